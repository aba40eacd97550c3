import Annotations
import ArabicAnalysis
import ArabicText
import Dispatch
import Platform
import TestSupport
import Testing

@testable import Library

/// Who is the same in all articles.
struct SameNamesTests {
  private func names(_ entries: (SameNames.Entry.Kind, [String])...) throws -> SameNames {
    SameNames(try entries.map { try #require(SameNames.Entry($0.0, $0.1)) })
  }

  @Test func `names are of one in any spelling, shown by the first`() throws {
    let same = try names(
      (.same, ["محمود عباس", "أبو مازن"]), (.same, ["ابو مازن", "الرئيس عباس"]))
    #expect(same.names(of: "الرئيس عباس").count == 3)
    #expect(same.shown("أَبو مازن") == "محمود عباس")
    #expect(same.names(of: "نبيل شعث") == ["نبيل شعث"])
  }

  @Test func `what is later goes before what is earlier`() throws {
    let apart = try names((.same, ["أ ب", "ج د"]), (.other, ["أ ب", "ج د"]))
    #expect(apart.groups.isEmpty)
    #expect(apart.told(apartFrom: "ج د") == ["ا ب"])
    let again = try names((.other, ["أ ب", "ج د"]), (.same, ["أ ب", "ج د"]))
    #expect(again.groups.count == 1)
    #expect(again.told(apartFrom: "ج د").isEmpty)
  }

  @Test func `a name of one word is of him with whom it was joined last`() throws {
    let names = try names(
      (.same, ["محمود عباس", "عباس"]), (.same, ["عباس عراقجي", "عباس"]))
    #expect(names.groups == [["عباس عراقجي", "عباس"]])
    #expect(names.names(of: "محمود عباس") == ["محمود عباس"])
    // What is a word of neither name is another name of both.
    let both = try self.names((.same, ["محمود عباس", "القائد"]), (.same, ["أبو مازن", "القائد"]))
    #expect(both.names(of: "محمود عباس").count == 3)
    // What was joined whole stays so.
    let whole = try self.names(
      (.same, ["محمود عباس", "عباس"]), (.same, ["عباس", "محمود عباس", "محمود رضا عباس"]))
    #expect(whole.names(of: "محمود عباس").count == 3)
  }

  @Test func `one leaves the others, who stay together`() throws {
    let same = try names((.same, ["أ ب", "ج د", "ه و"]), (.other, ["ج د"]))
    #expect(same.groups == [["أ ب", "ه و"]])
    #expect(same.names(of: "ج د") == ["ج د"])
  }

  @Test func `a separation from somebody else leaves who are of one together`() throws {
    let names = try names(
      (.same, ["سعيد الكردي", "أبو الوليد"]), (.other, ["وليد الصافي", "سعيد الكردي"]))
    #expect(names.names(of: "أبو الوليد") == ["سعيد الكردي", "أبو الوليد"])
    #expect(names.told(apartFrom: "سعيد الكردي").count == 1)
  }

  @Test func `a name that is one word of another leaves it, whichever is named first`() throws {
    let joined = (SameNames.Entry.Kind.same, ["محمود عباس", "أبو مازن", "عباس"])
    for order in [["عباس", "محمود عباس"], ["محمود عباس", "عباس"]] {
      let names = try names(joined, (.other, order))
      #expect(names.groups == [["محمود عباس", "أبو مازن"]])
      #expect(names.told(apartFrom: "عباس") == ["محمود عباس"])
    }
  }

  @Test func `a separation takes back no more than what it says`() throws {
    let slip: [(SameNames.Entry.Kind, [String])] = [
      (.same, ["محمود عباس", "أبو مازن"]), (.same, ["محمود عباس", "عباس عراقجي"]),
    ]
    for order in [["عباس عراقجي", "محمود عباس"], ["محمود عباس", "عباس عراقجي"]] {
      let names = try SameNames((slip + [(.other, order)]).map { try #require(.init($0.0, $0.1)) })
      #expect(names.groups == [["محمود عباس", "أبو مازن"]])
    }
    // The surname came last, and stands between none of the others.
    let names = try names(
      (.same, ["محمود عباس", "أبو مازن"]), (.same, ["محمود عباس", "عباس"]),
      (.other, ["عباس", "أبو مازن"]))
    #expect(names.groups == [["محمود عباس", "أبو مازن"]])
    // One who leaves two leaves them together.
    let left = try self.names(
      (.same, ["محمود عباس", "أبو مازن"]), (.same, ["محمود عباس", "عباس"]),
      (.other, ["أبو مازن", "عباس", "محمود عباس"]))
    #expect(left.groups == [["محمود عباس", "عباس"]])
    // Who has joined the others leaves them together, too.
    let three = try self.names((.same, ["أ ب", "ج د", "ه و"]), (.other, ["أ ب"]))
    #expect(three.groups == [["ج د", "ه و"]])
    let pair = try self.names((.same, ["أ ب", "ج د", "ه و"]), (.other, ["ج د", "ه و"]))
    #expect(pair.groups == [["أ ب", "ج د"]])
  }

  @Test func `what is joined is so in the spellings of all papers, where they are not told apart`()
    throws
  {
    let joined = try names((.same, ["عبدالفتاح السيسي", "السيسي"]))
    #expect(joined.shown("عبد الفتاح السيسي") == "عبدالفتاح السيسي")
    let apart = try names(
      (.same, ["عبدالفتاح السيسي", "السيسي"]), (.other, ["عبدالفتاح السيسي", "عبد الفتاح السيسي"]))
    #expect(apart.shown("عبد الفتاح السيسي") == "عبد الفتاح السيسي")
  }

  @Test(arguments: [["أ"], [], ["أ", "…"], ["أ", "\u{0}\u{200F}"]])
  func `what says nothing is refused`(names: [String]) {
    #expect(SameNames.Entry(.same, names) == nil)
  }

  // MARK: The file

  @Test func `what was said stays as it was written, and is taken back one by one`() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(path: folder.path + "/data")
    let file = SameNamesFile(in: data)
    #expect(try file.undo() == nil)
    let first = try #require(SameNames.Entry(.same, ["#محمود\tعباس\n", "أبو  مازن"]))
    #expect(first.names == ["محمود عباس", "أبو مازن"])
    try file.say(first, on: "2026-11-29")
    try TemporaryFolder.write(
      try TemporaryFolder.read(file.path) + Array("# mine\nsame\tone\n".utf8), to: file.path)
    let second = try #require(SameNames.Entry(.other, ["محمود عباس"]))
    try file.say(second, on: "2026-11-29")
    #expect(try file.read().entries == [first, second])
    #expect(try file.read().unusableLines == [3])
    #expect(try file.undo() == second)
    #expect(try file.undo() == first)
    #expect(try file.undo() == nil)
    let text = String(decoding: try TemporaryFolder.read(file.path), as: UTF8.self)
    #expect(text.contains("# mine\nsame\tone\n"))
    #expect(text.contains("#- same\tمحمود عباس\tأبو مازن\t#2026-11-29"))
  }

  @Test func `two that say something at once are both kept`() throws {
    let folder = try TemporaryFolder()
    let file = SameNamesFile(in: DataFolder(path: folder.path))
    DispatchQueue.concurrentPerform(iterations: 20) { number in
      guard let entry = SameNames.Entry(.same, ["الأول \(number)", "الثاني \(number)"]) else {
        return
      }
      try? file.say(entry, on: "2026-11-29")
    }
    #expect(try file.read().entries.count == 20)
    #expect(try file.read().names.groups.count == 20)
  }

  // MARK: Finding

  private func catalogue(_ folder: TemporaryFolder, _ texts: [String]) throws -> Catalogue {
    let root = try folder.folder("news")
    for (number, text) in texts.enumerated() {
      _ = try folder.file("news/\(number).txt", text.utf8)
    }
    let catalogue = try Catalogue(of: root, in: nil, version: "1")
    try catalogue.scan(.init(), jobs: 1)
    return catalogue
  }

  private func keep(
    _ catalogue: Catalogue, _ entities: [(file: Int, kind: EntityKind, names: [String])]
  ) throws {
    for entity in entities {
      let id = try catalogue.database.rows(
        "SELECT document FROM item WHERE path = ?", [.text("\(entity.file).txt")]
      ) { $0.integer(0) }[0]
      try catalogue.database.run(
        "INSERT INTO entity VALUES (?, ?, ?, ?, 0, 2, 1)",
        [
          .integer(id), .text(entity.kind.rawValue), .text(entity.names[0]),
          .text(NameWords.kept(entity.names)),
        ])
      try catalogue.know(NameWords.kept(entity.names))
    }
  }

  private func found(
    _ name: String, _ same: SameNames = SameNames(), in catalogue: Catalogue
  ) throws -> [String] {
    var request = FindRequest()
    request.named = [.init(.person, name)]
    request.same = same
    return try catalogue.find(request, .init()).documents.map(\.path).sorted()
  }

  @Test func `whom articles call by a whole name is found by the full name, a surname is nobody`()
    throws
  {
    let folder = try TemporaryFolder()
    let catalogue = try catalogue(folder, ["واحد", "اثنان", "ثلاثة", "أربعة"])
    try keep(
      catalogue,
      [
        (0, .person, ["محمود عباس", "أبو مازن", "عباس"]), (1, .person, ["محمود عباس"]),
        (2, .person, ["عباس عراقجي", "عباس"]), (3, .organisation, ["أبو مازن", "محمود عباس"]),
      ])
    #expect(try found("ابو مازن", in: catalogue) == ["0.txt", "1.txt"])
    #expect(try found("محمود عباس", in: catalogue) == ["0.txt", "1.txt"])
    #expect(try found("عباس", in: catalogue) == ["0.txt", "1.txt", "2.txt"])
  }

  @Test func `a name that articles have for two is joined with neither`() throws {
    let folder = try TemporaryFolder()
    let catalogue = try catalogue(folder, ["واحد", "اثنان", "ثلاثة"])
    try keep(
      catalogue,
      [
        (0, .person, ["محمود عباس", "أبو مازن"]), (1, .person, ["محمود عباس"]),
        (2, .person, ["سليم حسن", "أبو مازن"]),
      ])
    #expect(try found("ابو مازن", in: catalogue) == ["0.txt", "2.txt"])
  }

  @Test func `a surname that the person says is somebody's finds nobody else who has it`() throws {
    let folder = try TemporaryFolder()
    let catalogue = try catalogue(folder, ["واحد", "اثنان", "ثلاثة", "أربعة"])
    try keep(
      catalogue,
      [
        (0, .person, ["عمر السعدي", "السعدي"]), (1, .person, ["السعدي"]),
        (2, .person, ["أبو نزار السعدي", "السعدي"]), (3, .person, ["هالة السعدي"]),
      ])
    let join = (SameNames.Entry.Kind.same, ["عمر السعدي", "السعدي"])
    let same = try names(join)
    #expect(try found("عمر السعدي", same, in: catalogue) == ["0.txt", "1.txt"])
    #expect(try found("السعدي", same, in: catalogue).count == 4)
    let apart = try names(join, (.other, ["عمر السعدي", "أبو نزار السعدي"]))
    #expect(try found("عمر السعدي", apart, in: catalogue) == ["0.txt", "1.txt"])
    #expect(try found("السعدي", apart, in: catalogue) == ["0.txt", "1.txt", "3.txt"])
  }

  @Test func `what the person joins is found together, and what is told apart is not`() throws {
    let folder = try TemporaryFolder()
    let catalogue = try catalogue(folder, ["واحد", "اثنان", "ثلاثة"])
    try keep(
      catalogue,
      [
        (0, .person, ["عبد الفتاح السيسي"]), (1, .person, ["رئيس مصر"]),
        (2, .person, ["عباس عراقجي", "عباس"]),
      ])
    let same = try names((.same, ["عبد الفتاح السيسي", "رئيس مصر"]))
    #expect(try found("رئيس مصر", same, in: catalogue) == ["0.txt", "1.txt"])
    #expect(try found("عباس", same, in: catalogue) == ["2.txt"])
    #expect(try found("عباس", names((.other, ["عباس", "عباس عراقجي"])), in: catalogue).isEmpty)
  }
}
