import ArabicAnalysis
import ArabicText
import Interface
import Testing

@testable import rawi

/// Reading the entities that `rawi analyze --entities` is given.
@Suite struct EntityFileTests {
  private let text = DecodedText("قالت ليلى الحداد إن الحداد باقية")

  private func entities(_ json: String) throws -> [Entity] {
    try EntityFile(json: json, name: "e.json").entities(in: text)
  }

  private func entity(id: String = "p1", type: String = "PER", _ mentions: String) -> String {
    #"{"id": "\#(id)", "type": "\#(type)", "mentions": [\#(mentions)]}"#
  }

  private func invalid(_ json: String) -> EntityFile.Invalid? {
    #expect(throws: EntityFile.Invalid.self) { try entities(json) }
  }

  @Test func `identifiers, kinds and forms are kept, mentions are sorted`() throws {
    let found = try entities(
      #"{"entities": ["#
        + entity(
          id: "خبير-7", #"{"start": 20, "end": 26}, {"start": 5, "end": 16, "form": "nominal"}"#)
        + "]}")
    #expect(found.map(\.id.rawValue) == ["خبير-7"])
    #expect(found[0].kind == .person)
    #expect(found[0].mentions.map { text.string(in: $0.span) } == ["ليلى الحداد", "الحداد"])
    #expect(found[0].mentions.map(\.form) == [.nominal, .name])
    #expect(found[0].canonical == "ليلى الحداد")
  }

  @Test func `mentions that overlap are all kept, of one entity and of two`() throws {
    let found = try entities(
      #"{"entities": ["# + entity(#"{"start": 5, "end": 16}, {"start": 10, "end": 16}"#) + ", "
        + entity(id: "o1", type: "ORG", #"{"start": 10, "end": 16}"#) + "]}")
    #expect(found.map(\.mentions.count) == [2, 1])
    #expect(found.map(\.kind) == [.person, .organisation])
  }

  @Test(arguments: [
    "", "[]", "{", #"{"entities": 3}"#, #"{"entities": [{"id": "p1"}]}"#, #"{"people": []}"#,
    #"{"entities": [{"id": "p1", "type": "PER", "mentions": [{"start": 0.5, "end": 3}]}]}"#,
    #"{"entities": [{"id": "p1", "type": "PER", "mentions": [{"start": "0", "end": 3}]}]}"#,
  ])
  func `what has another form is refused by name and place`(json: String) {
    guard case .form(let file, let place)? = invalid(json) else {
      Issue.record("another error")
      return
    }
    #expect(file == "e.json")
    #expect(!place.isEmpty)
  }

  @Test func `an unknown type is refused and named`() {
    let error = invalid(
      #"{"entities": ["# + entity(type: "EVENT", #"{"start": 5, "end": 16}"#) + "]}")
    let message = error?.message(in: .english)
    #expect(message?.contains("EVENT") == true)
    #expect(message?.contains("entities.0.type") == true)
  }

  @Test(arguments: [(-1, 3), (5, 5), (9, 5), (30, 33), (40, 50), (5, Int.max)])
  func `a mention outside the text is refused`(start: Int, end: Int) {
    let error = invalid(
      #"{"entities": ["# + entity(#"{"start": \#(start), "end": \#(end)}"#) + "]}")
    #expect(error == .offsets(file: "e.json", entity: "p1", start: start, end: end, count: 32))
  }

  @Test func `the end of the text is inside it`() throws {
    let found = try entities(#"{"entities": ["# + entity(#"{"start": 27, "end": 32}"#) + "]}")
    #expect(found[0].mentions.map { text.string(in: $0.span) } == ["باقية"])
  }

  @Test func `words that are not those of the text are refused`() {
    let error = invalid(
      #"{"entities": ["# + entity(#"{"start": 5, "end": 9, "text": "سلمى"}"#) + "]}")
    #expect(error == .words(file: "e.json", entity: "p1", start: 5))
  }

  @Test func `offsets count scalars, so that vowel signs count`() throws {
    let marked = DecodedText("قالَت لَيلى")
    let json = #"{"entities": ["# + entity(#"{"start": 6, "end": 11, "text": "لَيلى"}"#) + "]}"
    #expect(try EntityFile(json: json, name: "e.json").entities(in: marked).count == 1)
  }

  @Test func `two entities of one name are refused`() {
    let one = entity(#"{"start": 5, "end": 16}"#)
    #expect(invalid(#"{"entities": [\#(one), \#(one)]}"#) == .twice(file: "e.json", entity: "p1"))
  }

  @Test func `an entity without mentions is called by its identifier`() throws {
    #expect(try entities(#"{"entities": ["# + entity("") + "]}").first?.canonical == "p1")
  }
}
