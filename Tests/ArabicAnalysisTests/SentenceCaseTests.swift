import ArabicAnalysis
import ArabicText
import Testing

/// Invented sentences of the kinds that were wrong once, analysed as the program ships.
@Suite struct SentenceCaseTests {
  @Test(arguments: [
    "source_phrase", "content_end", "nominals", "half_quoted", "cues_and_frames", "names", "nested",
    "headlines", "dropped_subject", "acronyms", "spurious", "clitics_and_marks", "news_sources",
    "joined_names", "inner_reports", "offices", "everyday_frames", "speakers", "objects",
    "unnamed_people", "run_on", "half_found",
  ])
  func `sentences of one kind are right`(kind: String) throws {
    let cases = try SentenceCase.all(in: kind)
    #expect(!cases.isEmpty)
    let analyzer = Analyzer()
    for one in cases {
      let document = Document(one.text)
      #expect(one.faults(of: analyzer.analyze(document), in: document) == [], "\(one.text)")
    }
  }

  @Test func `time zones and numbers in the line below an article's title are no names`() {
    let facts = "Wed, 03 Jun 2026 08:00:00 GMT · سامي الحداد · n3"
    let text = DecodedText(
      "مؤتمر صحافي في دمشق\n\n\(facts)\n\nزارت ليلى منصور دمشق أمس.")
    var structure = DocumentStructure(
      format: "feed", extractor: DocumentStructure.Extractor("feed", version: 1))
    let lines = text.paragraphs(in: text.span).map(\.content).filter { !$0.isEmpty }
    structure.blocks = [.init(.heading(level: 2), lines[0]), .init(.caption, lines[1])]
    let document = Document(text: text, structure: structure)
    let names = Analyzer().analyze(document).entities.flatMap { entity in
      entity.mentions.filter { lines[1].contains($0.span) }.map { text.string(in: $0.span) }
    }
    #expect(names.allSatisfy { $0 == "سامي الحداد" }, "\(names)")
  }

  /// Given names that begin with a letter that may be a clitic.
  private static let given = [
    "وائل", "وسام", "وليد", "وفاء", "فهد", "فيصل", "فاطمة", "بدر", "بشار", "بلال", "كريم", "كمال",
    "كاظم", "لؤي", "ليلى", "لمياء", "مشعل", "سامر",
  ]
  private static let family = ["منصور", "الحداد", "كيالي", "بركات"]
  /// Frames with and without clitics before the name.
  private static let frames = [
    "قال # إن العمل بدأ.", "وأرسل المدير رسالة ل# أمس.", "ورحب المدير ب# في القاعة.",
    "حضر سامر علي و# الجلسة.", "زار الوفد سامر علي، #، وهدى سعيد.", "بحسب # فإن الطريق مغلق.",
    "التقى الوزير # صباح اليوم.",
  ]

  @Test func `names behind clitics, and names that only look so, are whole`() {
    let analyzer = Analyzer()
    var whole = 0
    var cut: [String] = []
    for (row, given) in Self.given.enumerated() {
      for (column, frame) in Self.frames.enumerated() {
        let name = "\(given) \(Self.family[(row + column) % Self.family.count])"
        let document = Document(frame.replacing("#", with: name))
        let found = analyzer.analyze(document).entities.contains { entity in
          entity.kind == .person
            && entity.mentions.contains { document.text.string(in: $0.span) == name }
        }
        if found { whole += 1 } else { cut.append(document.text.string(in: document.text.span)) }
      }
    }
    #expect(whole * 100 >= 97 * (whole + cut.count), "\(cut)")
  }
}
