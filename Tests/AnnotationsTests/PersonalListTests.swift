import Annotations
import ArabicText
import TestSupport
import Testing

@Suite struct PersonalListTests {
  private func annotation(
    _ correction: Correction, _ scope: Correction.Scope = .everywhere, of words: String = "هنا"
  ) -> Annotation {
    let anchor = Anchor(
      start: ScalarOffset(0), end: ScalarOffset(3), exact: words, prefix: "", suffix: "",
      contentHash: "a")
    return Annotation(anchor: anchor, correction: correction, scope: scope)
  }

  private func lesson(_ correction: Correction, _ scope: Correction.Scope = .everywhere)
    -> [JournalItem]
  {
    [JournalItem(before: nil, after: annotation(correction, scope))]
  }

  private let layla = Correction.Subject(name: "ليلى الحداد", kind: "PER")

  @Test func `corrections of all mentions teach the name of the entity`() throws {
    var names = PersonalNames()
    for correction: Correction in [
      .retype(subject: layla, kind: "ORG"), .rename(subject: layla, name: "ليلى"),
      .merge(subject: layla, into: .init(name: "الوزيرة", kind: "PER")), .reject(subject: layla),
      .add(layla),
    ] {
      names = try #require(names.learning(lesson(correction)))
      #expect(names.entries.map(\.name) == ["ليلى الحداد"])
    }
    #expect(names.text == "ليلى الحداد\tPER\tليلى الحداد\n")
    for correction: Correction in [.confirm(subject: layla), .split(subject: layla, name: "x")] {
      #expect(names.learning(lesson(correction)) == nil)
    }
    #expect(names.learning(lesson(.reject(subject: layla), .here)) == nil)
  }

  @Test func `a correction that is taken back is forgotten`() throws {
    var names = PersonalNames(text: "# mine\nسامر\tPER\tسامر\n")
    let items = lesson(.reject(subject: layla))
    names = try #require(names.learning(items))
    #expect(names.text == "# mine\nسامر\tPER\tسامر\nليلى الحداد\t-\tليلى الحداد\n")
    names = try #require(
      names.learning(items.map { JournalItem(before: $0.after, after: $0.before) }))
    #expect(names.text == "# mine\nسامر\tPER\tسامر\n")
  }

  @Test func `of a name that was renamed twice the last counts`() {
    let names = PersonalNames(text: "a\tPER\tb\nb\tORG\tc\nx\tPER\ty\ny\tPER\tx\n")
    #expect(names.entries.map(\.canonical) == ["c", "c", "x", "y"])
    #expect(names.entries.first?.kind == "ORG")
  }

  @Test func `lines that are switched off, edited or of other systems are read as they are meant`()
  {
    let names = PersonalNames(text: "#off\tPER\tx\r\non\tPER\r\nbroken\r\n\tPER\n")
    #expect(names.entries == [.init(name: "on", kind: "PER", canonical: "on")])
  }

  @Test func `who speaks by a phrase is learnt, however it is spelt, and forgotten`() throws {
    var speakers = PersonalSpeakers()
    let items = lesson(.speaker(name: "هند العلي", source: "المتحدثة بإسم  الوزارة"))
    speakers = try #require(speakers.learning(items))
    #expect(speakers.text == "المتحدثة بإسم الوزارة\tهند العلي\n")
    #expect(speakers.speaker(for: "المتحدثه باسم الوزارة") == .some("هند العلي"))
    #expect(speakers.speaker(for: "المتحدثة") == nil)
    speakers = try #require(speakers.learning(lesson(.speaker(name: nil, source: "مصدر"))))
    #expect(speakers.speaker(for: "مصدر") == .some(nil))
    speakers = try #require(
      speakers.learning(items.map { JournalItem(before: $0.after, after: $0.before) }))
    #expect(speakers.text == "مصدر\t-\n")
    // Without a phrase, or for one quotation alone, there is nothing to learn.
    #expect(speakers.learning(lesson(.speaker(name: "x"))) == nil)
    #expect(speakers.learning(lesson(.speaker(name: "x", source: "y"), .here)) == nil)
  }

  @Test func `lists are kept in files of their own`() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(path: folder.path)
    let names = PersonalNamesFile(in: data)
    let speakers = PersonalListFile<PersonalSpeakers>(in: data)
    #expect(try names.read().text == "" && speakers.read().isEmpty)
    let items =
      lesson(.add(layla)) + lesson(.speaker(name: "هند", source: "الوزيرة"))
    try names.learn(from: items)
    try speakers.learn(from: items)
    #expect(try names.read().entries.map(\.canonical) == ["ليلى الحداد"])
    #expect(try speakers.read().speaker(for: "الوزيرة") == .some("هند"))
    #expect(folder.names == ["names.tsv", "speakers.tsv"])
    #expect(try TemporaryFolder.mode(of: speakers.path) == 0o600)
  }
}

extension PersonalList {
  /// The list when it has learnt from `items`; `nil` where there is nothing to learn.
  fileprivate func learning(_ items: [JournalItem]) -> Self? {
    var list = self
    return list.learn(from: items) ? list : nil
  }
}
