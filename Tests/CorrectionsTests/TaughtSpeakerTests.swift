import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Testing

/// Who speaks by a phrase, as a person has taught it: the phrase goes with the speech.
@Suite struct TaughtSpeakerTests {
  private let document = Document(
    "قالت المتحدثة باسم الوزارة ليلى حسن إن العمل بدأ في القاهرة. وأضافت المتحدثة أن الطريق طويل.\n"
      + "وقالت المتحدثة: «لن نقبل بهذا». وغادر سامر العلي القاعة.\n"
      + "وقال مصدر أمني إن الحادث عابر. وقال سامر العلي إن التحقيق جار.\n")

  private func analysis(_ speakers: String) -> Analysis {
    let lists = UserLists(speakers: UserSpeakers(usableLinesOf: speakers))
    return AnalysisPipeline(model: .none, lists: lists).analyze(document)
  }

  /// The words of all mentions of the entity called `name` that are no names.
  private func nouns(of name: String, in analysis: Analysis) -> [String] {
    analysis.entities.filter { $0.canonical == name }.flatMap(\.mentions)
      .filter { $0.form == .nominal }.map { document.text.string(in: $0.span) }
  }

  @Test func `without a list the noun is the spokeswoman's who was named`() {
    #expect(nouns(of: "ليلى حسن", in: analysis("")) == ["المتحدثة", "المتحدثة"])
  }

  @Test(arguments: ["هند سالم", "سامر العلي"])
  func `the noun of each quotation goes to who speaks, named in the text or not`(name: String) {
    let taught = analysis("المتحدثة\t\(name)\n")
    #expect(nouns(of: name, in: taught) == ["المتحدثة", "المتحدثة"])
    // By another phrase, of which her name is a part, she still speaks.
    #expect(nouns(of: "ليلى حسن", in: taught) == [])
    let speakers = taught.quotations.map { quotation in
      taught.entities.first { $0.id == quotation.speaker }?.canonical
    }
    #expect(speakers.prefix(3) == ["ليلى حسن", name, name])
  }

  @Test func `a source without a name is that of who speaks, and of nobody else`() {
    let taught = analysis("مصدر أمني\tسامر العلي\n")
    #expect(nouns(of: "سامر العلي", in: taught) == ["مصدر أمني"])
    #expect(!taught.entities.contains { $0.canonical == "مصدر أمني" })
  }

  @Test(arguments: [("ليلى حسن", 2, 3), ("هند سالم", 1, 1)])
  func `a name that is the source stays with whose it is, unless who speaks has no other words`(
    name: String, kept: Int, mentioned: Int
  ) {
    let taught = analysis("سامر العلي\t\(name)\n")
    func mentions(of name: String) -> Int {
      taught.entities.filter { $0.canonical == name }.flatMap(\.mentions).count
    }
    #expect(mentions(of: "سامر العلي") == kept)
    #expect(mentions(of: name) == mentioned)
    #expect(taught.quotations.last?.speaker == taught.entities.first { $0.canonical == name }?.id)
  }

  @Test func `a noun that nobody with a name speaks by is no mention of one`() {
    #expect(nouns(of: "ليلى حسن", in: analysis("المتحدثة\t-\n")) == [])
  }

  @Test func `a correction of one quotation takes its noun alone`() throws {
    let plain = analysis("")
    let quotation = try #require(plain.quotations.dropFirst().first)
    let span = try #require(quotation.content.first)
    let anchored = AnchoredText(document.text, contentHash: "a")
    let annotation = Annotation(
      anchor: try #require(anchored.anchor(of: span)),
      correction: .speaker(name: "هند سالم", source: "المتحدثة"), scope: .here)
    let corrected = plain.corrected(
      by: [PlacedAnnotation(annotation, .exact(span))], in: document.text)
    #expect(nouns(of: "هند سالم", in: corrected) == ["المتحدثة"])
    #expect(nouns(of: "ليلى حسن", in: corrected) == ["المتحدثة"])
  }

  @Test(arguments: [Correction.Scope.here, .everywhere, nil])
  func `a speaker whom the analysis has missed is mentioned wherever the text has the name`(
    scope: Correction.Scope?
  ) throws {
    let document = Document(
      "حضر زعزوع الليل. وقالت المتحدثة إن الماء قليل. ثم عاد زعزوع إلى البيت، وغاب زعزوعي عنه.\n")
    let plain = AnalysisPipeline(model: .none).analyze(document)
    #expect(!plain.entities.contains { $0.canonical == "زعزوع" })
    let taught: Analysis
    if let scope {
      let span = try #require(plain.quotations.first?.content.first)
      let anchor = try #require(AnchoredText(document.text, contentHash: "a").anchor(of: span))
      let annotation = Annotation(
        anchor: anchor, correction: .speaker(name: "زعزوع", source: "المتحدثة"), scope: scope)
      taught = plain.corrected(
        by: [PlacedAnnotation(annotation, .exact(span))], in: document.text)
    } else {
      let speakers = UserSpeakers(usableLinesOf: "المتحدثة\tزعزوع\n")
      taught = AnalysisPipeline(model: .none, lists: UserLists(speakers: speakers))
        .analyze(document)
    }
    let speaker = try #require(taught.entities.first { $0.canonical == "زعزوع" })
    let words = speaker.mentions.map { document.text.string(in: $0.span) }
    #expect(words == ["زعزوع", "المتحدثة", "زعزوع"])
    #expect(taught.quotations.first?.speaker == speaker.id)
  }

  @Test func `a title before a name behind a clitic is not the title of that name`() {
    for model in [ModelChoice.none, .builtIn] {
      for (text, kind) in [
        ("قال الوزير لنهوض إن الملف جاهز. وقال الوزير إن العمل بدأ.", EntityKind.organisation),
        ("سلم الوزير لنهوض الملف. وقال الوزير للنهوض إن العمل بدأ.", .organisation),
        ("قال الوزير لنهوض إن الملف جاهز. وقال الوزير إن العمل بدأ.", .person),
        ("التقى الوزير ونهوض أمس. وقال الوزير إن العمل بدأ.", .person),
      ] {
        let document = Document(text)
        let lists = UserLists(names: UserNames([.init(name: "نهوض", kind: kind)]))
        let found = AnalysisPipeline(model: model, lists: lists).analyze(document).entities
        let taught = found.filter { $0.canonical == "نهوض" }
        #expect(taught.map(\.kind) == [kind], "\(text)")
        let words = taught.flatMap(\.mentions).map { document.text.string(in: $0.span) }
        #expect(!words.contains("الوزير"), "\(text)")
      }
    }
  }
}
