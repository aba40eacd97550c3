import ArabicAnalysis
import ArabicText
import Corrections
import TestSupport
import Testing

@testable import Annotations

/// An analysis after corrections of all kinds, one after the other.
struct EditedAnalysisTests {
  private let document = Document(
    "قالت المتحدثة باسم الوزارة ليلى حسن إن العمل بدأ في القاهرة. وأضافت المتحدثة أن الطريق طويل.\n"
      + "وقالت المتحدثة: «لن نقبل بهذا». وغادر سامر العلي القاعة.\n"
      + "وقال العلي إن شركة النور تأخرت. وقال سامر العلي: «التحقيق جار في القاهرة».\n")

  private func placed(
    _ correction: Correction, at span: TextSpan, _ scope: Correction.Scope,
    in other: Document? = nil
  ) throws -> PlacedAnnotation {
    let text = (other ?? document).text
    let anchor = try #require(AnchoredText(text, contentHash: "a").anchor(of: span))
    return PlacedAnnotation(
      Annotation(anchor: anchor, correction: correction, scope: scope), .exact(span))
  }

  /// Whether no words are of two, and whoever speaks is there.
  private func check(_ analysis: Analysis, _ comment: String) {
    let spans = analysis.entities.flatMap(\.mentions).map(\.span)
    #expect(Set(spans).count == spans.count, "\(comment)")
    let known = Set(analysis.entities.map(\.id))
    #expect(known.count == analysis.entities.count, "\(comment)")
    #expect(analysis.quotations.compactMap(\.speaker).allSatisfy(known.contains), "\(comment)")
  }

  @Test func `what is said in the name of somebody is said by whom the person names`() throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    let last = try #require(plain.quotations.last)
    let correction = try placed(
      .speaker(name: "بو حيدر", source: "سامر العلي"), at: try #require(last.content.first), .here)
    let corrected = plain.corrected(by: [correction], in: document.text)
    check(corrected, "")
    let speaker = try #require(corrected.entities.first { $0.canonical == "بو حيدر" })
    #expect(corrected.quotations.last?.speaker == speaker.id)
    #expect(speaker.mentions.map { document.text.string(in: $0.span) } == ["سامر العلي"])
  }

  @Test func `a quotation follows the mention that tells who says it`() throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    for words in ["العلي", "المتحدثة"] {
      let index = try #require(
        plain.quotations.lastIndex { quotation in
          quotation.speaker != nil
            && quotation.source.map { document.text.string(in: $0) } == words
        })
      let quotation = plain.quotations[index]
      let source = try #require(quotation.source)
      let owner = try #require(plain.entities.first { $0.id == quotation.speaker })
      let subject = Correction.Subject(owner)
      let others = plain.quotations.indices.filter { $0 != index }
      let rejected = plain.corrected(
        by: [try placed(.reject(subject: subject), at: source, .here)], in: document.text)
      check(rejected, words)
      #expect(rejected.quotations[index].speaker == nil)
      for other in others {
        #expect(rejected.quotations[other].speaker == plain.quotations[other].speaker)
      }
      let split = plain.corrected(
        by: [try placed(.split(subject: subject, name: "هند سعد"), at: source, .here)],
        in: document.text)
      check(split, words)
      let new = try #require(split.entities.first { $0.canonical == "هند سعد" })
      #expect(split.quotations[index].speaker == new.id)
      for other in others {
        #expect(split.quotations[other].speaker == plain.quotations[other].speaker)
      }
    }
  }

  @Test(arguments: [Correction.Scope.here, .article])
  func `what a person has confirmed stays of that kind, whatever is found later`(
    scope: Correction.Scope
  ) throws {
    var plain = AnalysisPipeline(model: .none).analyze(document)
    let index = try #require(plain.entities.firstIndex { $0.canonical == "سامر العلي" })
    let subject = Correction.Subject(plain.entities[index])
    let mentions = plain.entities[index].mentions.map(\.span)
    for mention in plain.entities[index].mentions.indices {
      plain.entities[index].mentions[mention].confidence = 0.4
    }
    let confirmed = try placed(.confirm(subject: subject), at: mentions[0], scope)
    let sure = plain.corrected(by: [confirmed], in: document.text).entities
      .flatMap(\.mentions).filter { mentions.contains($0.span) && $0.confidence == 1 }
    #expect(sure.count == (scope == .here ? 1 : mentions.count))
    plain.entities[index].kind = .place
    let later = plain.corrected(by: [confirmed], in: document.text)
    check(later, "\(scope)")
    let people = later.entities.filter { $0.kind == .person }.flatMap(\.mentions).map(\.span)
    #expect(people.contains(mentions[0]))
    #expect(mentions.count > 1 && people.contains(mentions[1]) == (scope == .article))
  }

  @Test func `a correction of a name that is found no more is told with the name`() throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    let entity = try #require(plain.entities.first { $0.canonical == "ليلى حسن" })
    let span = entity.mentions[0].span
    let subject = Correction.Subject(entity)
    let changes: [Correction] = [
      .retype(subject: subject, kind: .place), .rename(subject: subject, name: "ليلى"),
      .split(subject: subject, name: "ليلى"),
      .merge(subject: subject, into: .init(name: "سامر العلي", kind: .person)),
    ]
    let others: [Correction] = [.confirm(subject: subject), .reject(subject: subject)]
    for correction in changes + others {
      let placed = try placed(correction, at: span, .article)
      #expect(plain.correcting(by: [placed], in: document.text).unmet.isEmpty)
      let later = Analysis.empty.correcting(by: [placed], in: document.text)
      #expect(later.unmet.map(\.name) == (changes.contains(correction) ? ["ليلى حسن"] : []))
    }
  }

  @Test func `of several corrections of a name that is found no more the last is told`() throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    let entity = try #require(plain.entities.first { $0.canonical == "ليلى حسن" })
    let subject = Correction.Subject(entity)
    let corrections = try [EntityKind.place, .organisation].map { kind in
      try placed(.retype(subject: subject, kind: kind), at: entity.mentions[0].span, .article)
    }
    #expect(Analysis.empty.correcting(by: corrections, in: document.text).unmet.count == 1)
  }

  @Test func `one mention behind للـ is of another kind with its article`() throws {
    let document = Document("انضم سامي للجيش أمس. وقال الجيش كذا.")
    let pattern = try #require(FoldedPattern("لجيش", folding: []))
    let span = try #require(pattern.matches(in: document.text, span: document.text.span).first)
    let entity = Entity(
      id: EntityID(rawValue: "e1"), kind: .organisation, canonical: "الجيش",
      mentions: [Mention(span: span, confidence: 1, rule: .given)])
    let retype = try placed(
      .retype(subject: .init(entity), kind: .place), at: span, .here, in: document)
    let later = Analysis(entities: [entity]).corrected(by: [retype], in: document.text)
    #expect(later.entities.map(\.canonical) == ["الجيش"])
    #expect(later.entities.map(\.kind) == [.place])
  }

  /// A name of its own, the name of one whom the text calls by more words, too, one that is spelt otherwise,
  /// and none.
  @Test(arguments: [
    ("سامر العلي", true), ("العلي", true), ("العلى", true), ("القاهره", true), ("بو حيدر", false),
  ])
  func `who a name is merged with is found by the name, whatever the kind was`(
    name: String, isThere: Bool
  ) throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    let entity = try #require(plain.entities.first { $0.canonical == "ليلى حسن" })
    let merge = try placed(
      .merge(subject: .init(entity), into: .init(name: name, kind: .organisation)),
      at: entity.mentions[0].span, .article)
    let (analysis, unmet) = plain.correcting(by: [merge], in: document.text)
    check(analysis, name)
    #expect(unmet.map(\.correction) == (isThere ? [] : [merge]))
    #expect(unmet.map(\.name) == (isThere ? [] : [name]))
    #expect(analysis.entities.contains { $0.canonical == "ليلى حسن" } == !isThere)
  }

  @Test func `after any corrections no words are of two`() throws {
    let plain = AnalysisPipeline(model: .none).analyze(document)
    check(plain, "as it is found")
    let names = ["ليلى حسن", "سامر العلي", "العلي", "القاهرة", "المتحدثة", "بو حيدر", "الطريق"]
    let scopes: [Correction.Scope] = [.here, .article, .everywhere]
    for seed in Fuzz.seeds(200) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var analysis = plain
      var said: [String] = []
      for _ in 0..<4 {
        let places = analysis.entities.flatMap { entity in entity.mentions.map { (entity, $0) } }
        let name = names.randomElement(using: &generator) ?? ""
        let kind = EntityKind.allCases.randomElement(using: &generator) ?? .person
        guard let place = places.randomElement(using: &generator),
          let quotation = analysis.quotations.randomElement(using: &generator)
        else { break }
        let subject = Correction.Subject(place.0)
        let source = quotation.source.map { document.text.string(in: $0) }
        let corrections: [Correction] = [
          .rename(subject: subject, name: name), .split(subject: subject, name: name),
          .merge(subject: subject, into: Correction.Subject(name: name, kind: kind)),
          .retype(subject: subject, kind: kind), .reject(subject: subject),
          .add(Correction.Subject(name: name, kind: kind)),
          .speaker(name: name, source: source), .speaker(name: nil, source: source),
        ]
        let correction = corrections.randomElement(using: &generator) ?? corrections[0]
        var span = place.1.span
        if case .speaker = correction { span = quotation.content.first ?? span }
        let scope = scopes.randomElement(using: &generator) ?? .here
        said.append("\(correction) \(scope)")
        analysis = analysis.corrected(
          by: [try placed(correction, at: span, scope)], in: document.text)
        check(analysis, "seed \(seed): \(said.joined(separator: ", "))")
      }
    }
  }

  @Test func `a name added everywhere is found behind clitics, too`() throws {
    let document = Document(
      "قيل للزقزوق الأخضر كذا. ورأى الزقزوق الأخضر كذا، وبالزقزوق الأخضر كذا.\n")
    let text = document.text
    let first = try #require(text.places(ofName: "الزقزوق الأخضر").first)
    #expect(text.string(in: first) == "لزقزوق الأخضر")
    let correction = try placed(
      .add(Correction.Subject(name: "الزقزوق الأخضر", kind: .person)), at: first, .article,
      in: document)
    let corrected = Analysis(entities: [], quotations: []).corrected(by: [correction], in: text)
    #expect(corrected.entities.map(\.canonical) == ["الزقزوق الأخضر"])
    #expect(corrected.entities.first?.mentions.count == 3)
  }
}
