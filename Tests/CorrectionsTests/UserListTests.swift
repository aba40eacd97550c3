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
      .reject(subject: layla), .add(layla), .reject(subject: layla), .confirm(subject: layla),
    ] {
      names = try #require(learning(lesson(correction), as: .names, names))
      #expect(UserNames(usableLinesOf: names.text).entries.map(\.name) == ["ليلى الحداد"])
    }
    #expect(
      names.text.hasSuffix("\n#- ليلى الحداد\t-\tليلى الحداد\nليلى الحداد\tPER\tليلى الحداد\n"))
    let split = lesson(.split(subject: layla, name: "x"))
    #expect(learning(split, as: .names, names) == nil)
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

  @Test(arguments: ["\n", "\r\n"])
  func `what a lesson has replaced is there again when it is taken back`(end: String) throws {
    let mine = ["# mine", "ليلى الحداد\tORG\tليلى", "سامر\tPER\tسامر"].map { $0 + end }.joined()
    var names = UserListText(bytes: Array(mine.utf8))
    let lessons = [
      lesson(.reject(subject: layla)), lesson(.add(layla)),
      lesson(.rename(subject: layla, name: "ليلى")),
    ]
    var states = [names.bytes]
    for items in lessons {
      names = try #require(learning(items, as: .names, names))
      #expect(UserNames(usableLinesOf: names.text).entries.count == 2)
      states.append(names.bytes)
    }
    for (items, before) in zip(lessons, states).reversed() {
      let back = items.map { JournalItem(before: $0.after, after: $0.before) }
      names = try #require(learning(back, as: .names, names))
      #expect(names.bytes == before)
      let again = try #require(learning(items, as: .names, names))
      #expect(again.text != names.text)
    }
  }

  @Test
  func `a lesson that is taken back behind a later one does not come back with that one's end`()
    throws
  {
    let (first, second) = (lesson(.reject(subject: layla)), lesson(.add(layla)))
    let back = { (items: [JournalItem]) in
      items.map { JournalItem(before: $0.after, after: $0.before) }
    }
    var names = UserListText("ليلى الحداد\tLOC\n")
    for items in [first, second, back(first), back(second)] {
      names = try #require(learning(items, as: .names, names))
    }
    #expect(names.text == "ليلى الحداد\tLOC\n")
    #expect(names.forget(words: "ليلى الحداد") == 1)
    #expect(names.text == "")
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
    #expect(try names.read().text == "" && speakers.read().text == "")
    let before = ListsVersion(in: data)
    #expect(before == ListsVersion(in: data))
    let items =
      lesson(.add(layla)) + lesson(.speaker(name: "هند", source: "الوزيرة"))
    try names.learn(from: items)
    let named = ListsVersion(in: data)
    try speakers.learn(from: items)
    #expect(named != before && ListsVersion(in: data) != named)
    let lists = UserLists(in: data)
    #expect(lists.names.entries.map(\.name) == ["ليلى الحداد"])
    #expect(lists.speakers.speaker(for: "الوزيرة") == .named("هند"))
    #expect(folder.names == ["names.tsv", "speakers.tsv"])
    #expect(try TemporaryFolder.mode(of: speakers.path) == 0o600)
  }

  // MARK: What cannot be used

  @Test func `lines that cannot be used are told by number and reason, the others hold`() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(path: folder.path)
    let names = "# ours\nسامر\tPER\r\n\nليلى\nهند\tHUM\n\tPER\nدمشق\tLOC\n"
    _ = try folder.file("names.tsv", names.utf8)
    _ = try folder.file("speakers.tsv", "المتحدثة\tهند\nالوزير\n\tسامر\n".utf8)
    var told: [UserListProblem] = []
    let lists = UserLists(in: data) { told.append($0) }
    #expect(lists.names.entries.map(\.name) == ["سامر", "دمشق"])
    #expect(lists.speakers.speaker(for: "المتحدثة") == .named("هند"))
    func line(_ name: String, _ number: Int, _ reason: UserListProblem.Reason)
      -> UserListProblem.Line
    {
      .init(path: data.path + "/" + name, number: number, reason: reason)
    }
    let ofNames = [
      line("names.tsv", 4, .noKind), line("names.tsv", 5, .unknownKind("HUM")),
      line("names.tsv", 6, .noKind),
    ]
    let ofSpeakers = [line("speakers.tsv", 2, .noSpeaker), line("speakers.tsv", 3, .noSpeaker)]
    #expect(told == [.unusable(ofNames + ofSpeakers)])
    #expect(try UserListFile(.names, in: data).unusableLines() == ofNames)
  }

  @Test(arguments: ["سامر  العلي", "سامر\u{A0}العلي", " سامر العلي\u{A0}", "سامر \u{2003} العلي"])
  func `blanks of any kind and number between the words of a name are one`(name: String) throws {
    let names = try UserNames(tsv: name + "\tPER\n")
    #expect(names.entries.map(\.name) == ["سامر العلي"])
    let unread = UserNames([.init(name: name, kind: .person)])
    for text in ["عاد سامر العلي أمس.", "عاد سامر  العلي أمس.", "عاد سامر\u{A0}العلي أمس."] {
      for list in [names, unread] {
        let document = Document(text)
        let found = AnalysisPipeline(model: .none, lists: UserLists(names: list)).analyze(document)
        #expect(found.entities.first?.mentions.first?.rule == .own, "\(text)")
      }
    }
  }

  @Test(arguments: Coding.allCases, ["\n", "\r\n", "\r"])
  fileprivate func `a list is read in the charset of its file, and learns in it`(
    coding: Coding, end: String
  ) throws {
    let lines = ["سامر العلي\tPER", "ليلى الحداد\tPER", "مدينة الزهراء\tLOC"]
    let text = lines.map { $0 + end }.joined()
    let stored = coding.mark + coding.bytes(text)
    let folder = try TemporaryFolder()
    let data = DataFolder(path: folder.path)
    // The last line may have no end.
    _ = try folder.file("names.tsv", stored.dropLast(coding.bytes(end).count))
    var told: [UserListProblem] = []
    let lists = UserLists(in: data) { told.append($0) }
    #expect(told == [])
    #expect(lists.names.entries.map(\.name) == ["سامر العلي", "ليلى الحداد", "مدينة الزهراء"])
    let file = UserListFile(.names, in: data)
    let items = lesson(.reject(subject: .init(name: "هند", kind: .person)))
    try file.learn(from: items)
    let learnt = coding.bytes("هند\t-\tهند" + end)
    #expect(try TemporaryFolder.read(file.path) == stored + learnt)
    #expect(try UserNames(tsv: file.text()).entries.count == 4)
    try file.learn(from: items.map { JournalItem(before: $0.after, after: $0.before) })
    #expect(try TemporaryFolder.read(file.path) == stored)
  }

  @Test func `a list of single words is never read backwards`() {
    let text = (1...200).map { "اسم رقم \($0)\tPER\n" }.joined()
    let names = UserListText(bytes: Coding.windows1256.bytes(text))
    #expect(names.text == text)
  }

  @Test func `a list whose charset has no place for a new letter becomes UTF-8 as a whole`() throws
  {
    let text = "سامر العلي\tPER\nليلى الحداد\tPER\nمدينة الزهراء\tLOC\n"
    var names = UserListText(bytes: Coding.windows1256.bytes(text))
    _ = names.learn(from: lesson(.reject(subject: .init(name: "ڵاوی", kind: .person))), as: .names)
    #expect(names.bytes == Array((text + "ڵاوی\t-\tڵاوی\n").utf8))
  }

  @Test func `bytes of a line that are no text of its charset stay where another line is learnt`() {
    let stored = Array("سامر العلي\tPER\n# ".utf8) + [0xD8] + Array("\r\nليلى الحداد\tPER\n".utf8)
    var names = UserListText(bytes: stored)
    _ = names.learn(from: lesson(.reject(subject: .init(name: "هند", kind: .person))), as: .names)
    #expect(names.bytes == stored + Array("هند\t-\tهند\n".utf8))
  }

  @Test(arguments: [Coding.utf8, .markedUTF8, .utf16, .bigEndianUTF16], [false, true])
  fileprivate func `lines keep their bytes whatever they end in, and half a letter is none`(
    coding: Coding, isOdd: Bool
  ) {
    let ends = ["\r\n", "\n", "\u{2028}", "\u{B}", "\r", "\u{85}", "\u{C}", "\u{2029}", "\r\n"]
    let text = ends.enumerated().map { "سامر العلي \($0)\tPER\($1)" }.joined()
    let stored = coding.mark + coding.bytes(text)
    // A single byte is half a letter of UTF-16, and a letter of UTF-8.
    let half = isOdd && coding.unit == 2 ? [0x0A] as [UInt8] : []
    var names = UserListText(bytes: stored + half)
    _ = names.learn(from: lesson(.reject(subject: .init(name: "هند", kind: .person))), as: .names)
    #expect(names.bytes == stored + coding.bytes("هند\t-\tهند\r\n"))
    #expect(names.forget(words: "سامر العلي 2") == 1)
    let rest = text.replacing("سامر العلي 2\tPER\u{2028}", with: "")
    #expect(names.bytes == coding.mark + coding.bytes(rest + "هند\t-\tهند\r\n"))
  }
}

/// How the bytes of a list stand for its letters.
private enum Coding: CaseIterable {
  case utf8, markedUTF8, utf16, bigEndianUTF16, windows1256

  var mark: [UInt8] {
    switch self {
    case .utf8, .windows1256: []
    case .markedUTF8: [0xEF, 0xBB, 0xBF]
    case .utf16: [0xFF, 0xFE]
    case .bigEndianUTF16: [0xFE, 0xFF]
    }
  }

  /// The bytes of one code unit.
  var unit: Int {
    switch self {
    case .utf8, .markedUTF8, .windows1256: 1
    case .utf16, .bigEndianUTF16: 2
    }
  }

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8, .markedUTF8: Array(text.utf8)
    case .utf16: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .bigEndianUTF16: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1256:
      text.unicodeScalars.compactMap { Self.letters[Character($0)] ?? UInt8(exactly: $0.value) }
    }
  }

  /// The bytes of letters in windows-1256.
  private static let letters: [Character: UInt8] = [
    "ا": 0xC7, "ب": 0xC8, "ة": 0xC9, "ح": 0xCD, "د": 0xCF, "ر": 0xD1, "ز": 0xD2, "س": 0xD3,
    "ع": 0xDA, "ق": 0xDE, "ل": 0xE1, "م": 0xE3, "ن": 0xE4, "ه": 0xE5, "ي": 0xED, "ى": 0xEC,
    "ء": 0xC1,
  ]
}
