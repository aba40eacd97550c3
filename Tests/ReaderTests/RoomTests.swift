import Annotations
import ArabicText
import Interface
import Platform
import Screen
import Testing

@testable import Reader

/// The list of a reading room, driven by keys and by what the work beside the screen tells.
struct RoomTests {
  private static let titles = [
    "وزيرة النقل تفتتح جسر النهر", "شركة السواعد تبدأ مشروعا جديدا", "العلي يزور مدينة الزهراء",
  ]

  private static let copies = (0..<3).map { number in
    RoomDocument(
      id: .init(path: "/news/copy-\(number).txt"), hash: "c\(number)", title: titles[2],
      time: Timestamp(milliseconds: 1_600_000_000_000), words: 102)
  }

  /// As many articles, a day apart, the second with a source, the first with names, the third with copies.
  static func documents(_ count: Int = 3) -> [RoomDocument] {
    (0..<count).map { number in
      RoomDocument(
        id: .init(path: "/news/\(9 - number % 9)-\(number).txt"), hash: "h\(number)",
        title: titles[number % 3], source: number == 1 ? "الوكالة" : nil,
        time: Timestamp(milliseconds: 1_700_000_000_000 - Int64(number) * 86_400_000),
        words: 100 + number, names: number == 0 ? ["ليلى الحداد", "شركة السواعد"] : [],
        copies: number == 2 ? copies : [])
    }
  }

  private struct Fixture {
    var state: ReaderState
    var effects: [Effect] = []

    init(
      _ documents: [RoomDocument] = RoomTests.documents(), columns: Int = 60, rows: Int = 20,
      language: Language = .english
    ) {
      state = ReaderState(
        roomNamed: "news", size: Size(columns: columns, rows: rows),
        preferences: Preferences(
          appearance: Appearance(theme: .letters, language: language, showsHints: true)))
      tell(.documents(documents))
      tell(.readings(["h1": DocumentReading(percent: 40, notes: 2)]))
    }

    mutating func tell(_ answer: RoomAnswer) { effects += update(&state, .room(answer)) }
    mutating func press(_ keys: Key...) {
      for key in keys { effects += update(&state, .key(key)) }
    }
    mutating func type(_ letters: String) { for letter in letters { press(.character(letter)) } }

    var room: Room { state.modes.first(Room.self) ?? Room() }
    var listed: [String] { (0..<room.list.count).map { room.list[$0].hash } }
    var chosen: String { room.list[room.selected].hash }
  }

  @Test func `the list is filtered by the notes and tags of documents`() {
    var room = Fixture()
    room.tell(.readings(["h1": DocumentReading(notes: 1, words: "ملاحظتي الغريبة\n#مهم")]))
    room.press(.character("/"))
    room.type("الغريبه مهم السواعد")
    #expect(room.listed == ["h1"])
  }

  @Test func `the last minute of the work is told as such`() {
    var room = Fixture(columns: 100)
    room.tell(.progress(RoomProgress(.reading, done: 9, total: 10, minutes: 0)))
    #expect(Rendering.text(of: screen(of: room.state)).contains("less than a minute left"))
  }

  @Test func `an article that has changed since is new, and its notes are told`() {
    var room = Fixture()
    let document = Self.documents()[1]
    var earlier = DocumentReading(notes: 3, words: "ملاحظتي")
    earlier.isOpened = false
    room.tell(.readings([document.hash: earlier]))
    #expect(room.room.list.reading(of: document)?.notes == 3)
    #expect(room.room.list.isNew(document))
    room.tell(.readings([document.hash: DocumentReading(percent: 10)]))
    #expect(room.room.list.reading(of: document)?.notes == 0)
    #expect(!room.room.list.isNew(document))
  }

  @Test func `a row stands for its copies: their notes, their words and whether they were read`() {
    var room = Fixture()
    room.tell(.readings(["c1": DocumentReading(percent: 30, notes: 2, words: "ملاحظتي")]))
    #expect(room.room.list.unopened == 2)
    #expect(room.room.list.reading(of: Self.documents()[2])?.notes == 2)
    for words in ["ملاحظتي", "copy-1"] {
      room.press(.character("/"))
      room.type(words)
      #expect(room.listed == ["h2"])
      #expect(room.room.filtered?.count == 4)
      room.press(.escape)
    }
    room.press(.character("Z"))
    #expect(room.room.list.reading(of: Self.documents()[2]) == nil)
    room.press(.character("/"))
    room.type("copy-1")
    #expect(room.listed == ["c1"])
  }

  @Test func `copies are listed as one, or by a key one by one`() {
    var room = Fixture()
    #expect(room.listed == ["h0", "h1", "h2"])
    room.press(.character("Z"))
    #expect(room.listed == ["h0", "h1", "h2", "c0", "c1", "c2"])
    #expect(room.state.notice?.phrase.key == .roomCopiesShown)
    room.press(.character("Z"))
    #expect(room.listed == ["h0", "h1", "h2"])
    var other = Fixture(Self.documents(1))
    other.press(.character("Z"))
    #expect(other.state.notice?.phrase.key == .roomWithoutCopies)
  }

  @Test func `the list is filtered by all names of a document, not by those alone that are shown`()
  {
    var documents = Self.documents(1)
    documents[0] = RoomDocument(
      id: documents[0].id, hash: "h0", title: "خبر", time: documents[0].time, words: 9,
      names: ["ليلى الحداد"], allNames: ["ليلى الحداد", "زيلينسكي"])
    var room = Fixture(documents)
    room.press(.character("/"))
    room.type("زيلينسكي")
    #expect(room.listed == ["h0"])
    #expect(room.room.list[0].names == ["ليلى الحداد"])
  }

  @Test(arguments: ["ميدفيديف", "مدفيديف", "دميتري ميدفيدف"])
  func `the list is filtered by a name in the spellings of other papers`(query: String) {
    var documents = Self.documents(2)
    documents[0] = RoomDocument(
      id: documents[0].id, hash: "h0", title: "خبر", time: documents[0].time, words: 9,
      names: ["دميتري ميدفيديف"])
    var room = Fixture(documents)
    room.type("/" + query)
    #expect(room.listed == ["h0"])
  }

  @Test func `while nobody knows who is in them, titles have the room of the names`() {
    func isCut(names: [String]) -> Bool {
      let document = RoomDocument(
        id: .init(path: "/news/a.txt"), hash: "a", title: String(repeating: "a word ", count: 9),
        time: Timestamp(milliseconds: 1_700_000_000_000), words: 9, names: names)
      let room = Fixture([document], columns: 100)
      return screen(of: room.state).text(ofRow: 1).contains("…")
    }
    #expect(!isCut(names: []))
    #expect(isCut(names: ["ليلى الحداد"]))
  }

  @Test func `Enter asks for the document that is selected, and a click for the one below it`() {
    var room = Fixture()
    room.press(.character("j"), .enter)
    room.effects += update(
      &room.state, .mouse(MouseEvent(.press, at: ScreenPoint(column: 5, row: 3))))
    #expect(
      room.effects == [
        .openListed(.init(path: "/news/8-1.txt")), .openListed(.init(path: "/news/7-2.txt")),
      ])
  }

  @Test func `one key sorts by date, title, name and what is unread, and what is selected stays`() {
    var room = Fixture()
    room.press(.character("j"))
    let orders = (0..<4).map { _ in
      defer { room.press(.character("S")) }
      #expect(room.chosen == "h1")
      return room.listed
    }
    #expect(
      orders == [
        ["h0", "h1", "h2"], ["h2", "h1", "h0"], ["h2", "h1", "h0"], ["h0", "h2", "h1"],
      ])
  }

  @Test(arguments: [
    ("السواعد", ["h0", "h1"]), ("وكاله", ["h1"]), ("الحدّاد ليلي", ["h0"]), ("7-2", ["h2"]),
    ("101", ["h1"]), ("40%", ["h1"]), ("٤٠٪", ["h1"]),
    ("لا شيء كهذا", []),
  ]) func `the list holds what is typed, in any field and spelling`(query: String, found: [String])
  {
    var room = Fixture()
    room.type("/" + query)
    #expect(room.listed == found)
    room.press(.escape)
    #expect(room.listed.count == 3)
  }

  @Test func `a filter stays when the line is done, and letters are keys again`() {
    var room = Fixture()
    room.type("/السواعد")
    room.press(.enter, .character("j"), .enter)
    #expect(room.effects == [.openListed(.init(path: "/news/8-1.txt"))])
    room.press(.escape)
    #expect(room.listed.count == 3)
  }

  @Test func `what comes new leaves the selection where it is`() {
    var room = Fixture(Array(Self.documents().dropFirst()))
    room.press(.character("j"))
    room.tell(.documents(Self.documents()))
    #expect(room.chosen == "h2")
    #expect(room.listed == ["h0", "h1", "h2"])
  }

  @Test func `the work is stopped and taken up again by one key`() {
    var room = Fixture()
    room.tell(.progress(RoomProgress(.reading, done: 1, total: 3)))
    room.press(.character("R"), .character("R"))
    #expect(room.effects == [.stopFillingRoom, .fillRoom])
  }

  @Test func `what could not be read is told with its reason when it is asked for`() throws {
    var room = Fixture()
    room.tell(.unread([UnreadFile(path: "a.pdf", reasons: [Phrase(.roomReading)])]))
    room.press(.character("I"))
    #expect(room.state.modes.open.last is UnreadFiles)
    room.press(.escape)
    #expect(room.state.modes.open.count == 1)
  }

  @Test func `commands for an article do nothing and say what to do`() {
    var room = Fixture()
    room.press(.character("a"))
    #expect(room.state.notice?.phrase.key == .roomNeedsArticle)
    room.press(.character("q"))
    #expect(room.effects == [.quit])
  }

  @Test func `a document of a room leads back to the list and on in its order`() {
    var article = ReaderFixture()
    article.list(OpenFiles(isRoom: true))
    article.press("2")
    article.press(.control("n"))
    article.press("Bq")
    #expect(article.effects == [.openInRoom(by: 2), .openRoom, .openRoom])
    var room = Fixture()
    #expect(
      room.state.stepInRoom(from: .init(path: "/news/9-0.txt"), by: 1)?.path == "/news/8-1.txt")
    #expect(room.chosen == "h1")
    #expect(room.state.stepInRoom(from: .init(path: "/news/9-0.txt"), by: -1) == nil)
    #expect(room.state.endOfRoom(by: -1).phrase.key == .firstFile)
    #expect(room.state.endOfRoom(by: 1).phrase.key == .lastFile)
    room.tell(.progress(RoomProgress(.reading, done: 1, total: 3)))
    #expect(room.state.endOfRoom(by: 1).phrase.key == .lastFileSoFar)
  }

  @Test func `of ten thousand documents the visible ones are told`() {
    var room = Fixture(Self.documents(10_000))
    room.press(.character("G"))
    #expect(room.state.visibleRoomDocuments.count == 16)
    #expect(room.chosen == "h9999")
  }
}
