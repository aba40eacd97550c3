import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import TestSupport
import Testing

@Suite struct UserListTests {
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

  private let layla = Correction.Subject(name: "ليلى الحداد", kind: .person)

  /// `list` when it has learnt from `items`; `nil` where there is nothing to learn.
  private func learning(
    _ items: [JournalItem], as list: UserList, _ text: UserListText = UserListText()
  ) -> UserListText? {
    var text = text
    return text.learn(from: items, as: list) ? text : nil
  }

  @Test func `corrections of all mentions teach the name of the entity`() throws {
    var names = UserListText()
    for correction: Correction in [
      .retype(subject: layla, kind: .organisation), .rename(subject: layla, name: "ليلى"),
      .merge(subject: layla, into: .init(name: "الوزيرة", kind: .person)),
      .reject(subject: layla), .add(layla),
    ] {
      names = try #require(learning(lesson(correction), as: .names, names))
      #expect(UserNames(usableLinesOf: names.text).entries.map(\.name) == ["ليلى الحداد"])
    }
    #expect(names.text == "ليلى الحداد\tPER\tليلى الحداد\n")
    for correction: Correction in [.confirm(subject: layla), .split(subject: layla, name: "x")] {
      #expect(learning(lesson(correction), as: .names, names) == nil)
    }
    #expect(learning(lesson(.reject(subject: layla), .here), as: .names, names) == nil)
  }

  @Test func `a correction that is taken back is forgotten`() throws {
    var names = UserListText("# mine\nسامر\tPER\tسامر\n")
    let items = lesson(.reject(subject: layla))
    names = try #require(learning(items, as: .names, names))
    #expect(names.text == "# mine\nسامر\tPER\tسامر\nليلى الحداد\t-\tليلى الحداد\n")
    let back = items.map { JournalItem(before: $0.after, after: $0.before) }
    names = try #require(learning(back, as: .names, names))
    #expect(names.text == "# mine\nسامر\tPER\tسامر\n")
  }

  @Test func `a lesson tells its day and its article, and is taken back by its words`() throws {
    var names = UserListText("سامر\tPER\tسامر\n")
    let items = lesson(.add(layla))
    let hasLearnt = names.learn(from: items, as: .names, in: "/خبر\tأول.txt")
    #expect(hasLearnt)
    let columns = names.text.split(separator: "\n").last?.split(separator: "\t")
    #expect(columns?.prefix(3) == ["ليلى الحداد", "PER", "ليلى الحداد"])
    #expect(columns?.count == 5 && columns?.last == "/خبر أول.txt")
    #expect(columns?[3].count == 10)
    #expect(UserNames(usableLinesOf: names.text).entries.count == 2)
    // Undone, it goes with its day and article.
    let back = items.map { JournalItem(before: $0.after, after: $0.before) }
    var undone = names
    _ = undone.learn(from: back, as: .names, in: "/خبر.txt")
    #expect(undone.text == "سامر\tPER\tسامر\n")
    let counts = [names.forget(words: "ليلى  الحداد"), names.forget(words: "هند")]
    #expect(counts == [1, 0])
    #expect(names.text == "سامر\tPER\tسامر\n")
  }

  @Test func `a correction of one article teaches nothing`() {
    #expect(learning(lesson(.add(layla), .article), as: .names) == nil)
    #expect(learning(lesson(.speaker(name: "x", source: "y"), .article), as: .speakers) == nil)
  }

  @Test func `lines that are switched off, edited or of other systems are read as they are meant`()
  {
    let names = UserNames(usableLinesOf: "#off\tPER\tx\r\non\tPER\r\nbroken\r\n\tPER\n")
    #expect(names.entries.map(\.name) == ["on"])
    #expect(names.entries.first?.kind == .person)
  }

  @Test func `who speaks by a phrase is learnt, however it is spelt, and forgotten`() throws {
    let items = lesson(.speaker(name: "هند العلي", source: "المتحدثة بإسم  الوزارة"))
    var text = try #require(learning(items, as: .speakers))
    #expect(text.text == "المتحدثة بإسم الوزارة\tهند العلي\n")
    var speakers = UserSpeakers(usableLinesOf: text.text)
    #expect(speakers.speaker(for: "المتحدثه باسم الوزارة") == .named("هند العلي"))
    #expect(speakers.speaker(for: "المتحدثة") == nil)
    text = try #require(
      learning(lesson(.speaker(name: nil, source: "مصدر")), as: .speakers, text))
    speakers = UserSpeakers(usableLinesOf: text.text)
    #expect(speakers.speaker(for: "مصدر") == .nobody)
    let back = items.map { JournalItem(before: $0.after, after: $0.before) }
    text = try #require(learning(back, as: .speakers, text))
    #expect(text.text == "مصدر\t-\n")
    // Without a phrase, or for one quotation alone, there is nothing to learn.
    #expect(learning(lesson(.speaker(name: "x")), as: .speakers) == nil)
    #expect(learning(lesson(.speaker(name: "x", source: "y"), .here), as: .speakers) == nil)
  }

  @Test func `lists are kept in files of their own`() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(path: folder.path)
    let names = UserListFile(.names, in: data)
    let speakers = UserListFile(.speakers, in: data)
    #expect(try names.read().text == "" && speakers.isEmpty)
    let items =
      lesson(.add(layla)) + lesson(.speaker(name: "هند", source: "الوزيرة"))
    try names.learn(from: items)
    try speakers.learn(from: items)
    let lists = UserLists(in: data)
    #expect(lists.names.entries.map(\.name) == ["ليلى الحداد"])
    #expect(lists.speakers.speaker(for: "الوزيرة") == .named("هند"))
    #expect(folder.names == ["names.tsv", "speakers.tsv"])
    #expect(try TemporaryFolder.mode(of: speakers.path) == 0o600)
  }
}
