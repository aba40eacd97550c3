import ArabicAnalysis
import ArabicText
import Testing

@Suite struct GivenEntityTests {
  /// The entities of `named` phrases, each mentioned wherever its phrases stand in the text.
  private func entities(
    _ named: [(id: String, kind: EntityKind, phrases: [(String, Mention.Form)])],
    in document: Document
  ) -> [Entity] {
    let text = document.text.string(in: document.text.span)
    return named.map { item in
      var mentions: [Mention] = []
      for (phrase, form) in item.phrases {
        for range in text.ranges(of: phrase) {
          let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
          mentions.append(
            Mention(
              span: TextSpan(TextOffset(lower), TextOffset(lower + phrase.utf8.count)), form: form,
              confidence: 1, rule: .given))
        }
      }
      return Entity(
        id: EntityID(rawValue: item.id), kind: item.kind, canonical: item.phrases[0].0,
        mentions: mentions.sorted { $0.span < $1.span })
    }
  }

  @Test func `speakers are chosen among the given entities only`() {
    let document = Document(
      "قالت سلمى الراوي إن العمل بدأ أمس. وأكد عصام بركات أن الخطة جاهزة تماما. وأضافت الباحثة أن البحر ارتفع."
    )
    let given = entities(
      [
        ("x7", .person, [("سلمى الراوي", .name), ("الباحثة", .nominal)]),
        ("x2", .person, [("عصام بركات", .name)]),
      ], in: document)
    let analysis = Analyzer(tagger: nil).analyze(document, entities: given)
    #expect(analysis.entities == given)
    #expect(analysis.quotations.map(\.speaker?.rawValue) == ["x7", "x2", "x7"])
  }

  @Test func `a name that is not given is none`() {
    let document = Document("قال عصام بركات إن العمل بدأ أمس.")
    let analysis = Analyzer(tagger: nil).analyze(document, entities: [])
    #expect(analysis.entities == [])
    #expect(analysis.quotations.map(\.speaker) == [nil])
    #expect(analysis.quotations.count == 1)
  }

  @Test func `documents and unnamed sources speak`() {
    let document = Document(
      "وجاء في التقرير: «البحر يرتفع كل عام». وقال مسؤول في الوزارة إن العمل بدأ أمس.")
    let given = entities(
      [
        ("d", .document, [("التقرير", .nominal)]),
        ("a", .unnamed, [("مسؤول في الوزارة", .nominal)]),
      ], in: document)
    let analysis = Analyzer(tagger: nil).analyze(document, entities: given)
    #expect(analysis.quotations.map(\.speaker?.rawValue) == ["d", "a"])
  }

  @Test func `given nouns are subjects as nouns are`() {
    let document = Document(
      "وقال عصام بركات إن المشروع جاهز، لكن آخرين حذروا من أن الجسر قديم. وأكد مراسل الراصد أن الطريق مغلق."
    )
    let given = entities(
      [
        ("x1", .person, [("عصام بركات", .name)]),
        ("a", .unnamed, [("آخرين", .nominal)]),
        ("o", .organisation, [("الراصد", .name)]),
        ("r", .unnamed, [("مراسل", .nominal)]),
      ], in: document)
    let analysis = Analyzer(tagger: nil).analyze(document, entities: given)
    #expect(analysis.quotations.map(\.speaker?.rawValue) == ["x1", "a", "r"])
  }
}
