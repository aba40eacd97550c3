import ArabicAnalysis
import ArabicText
import Documents
import Platform

/// Known entities in the exchange format: the `entities` array of a JSON object, offsets in Unicode
/// scalars of the text they belong to.
struct EntityFile {
  /// What can be wrong with such a file.
  ///
  /// The program ends with `EX_DATAERR`.
  enum Invalid: Error, Hashable {
    /// Not JSON, or not of this form; with the place in it.
    case form(file: String, place: String)
    /// A mention outside the text.
    case offsets(file: String, entity: String, start: Int, end: Int, count: Int)
    /// A mention whose words are not those of the text.
    case words(file: String, entity: String, start: Int)
    /// Two entities with one identifier.
    case twice(file: String, entity: String)
  }

  private struct Item {
    var id: String
    var type: EntityKind
    var canonical: String?
    var mentions: [Place]

    init(_ json: JSONValue) throws(JSONValue.Mismatch) {
      id = try json["id"].string
      type = try json["type"].word()
      canonical = try json.optional("canonical").map { value throws(JSONValue.Mismatch) in
        try value.string
      }
      mentions = try json["mentions"].elements.map(Place.init)
    }
  }

  private struct Place {
    var start: Int
    var end: Int
    var text: String?
    var form: Mention.Form?

    init(_ json: JSONValue) throws(JSONValue.Mismatch) {
      start = try json["start"].integer
      end = try json["end"].integer
      text = try json.optional("text").map { value throws(JSONValue.Mismatch) in
        try value.string
      }
      form = try json.optional("form").map { value throws(JSONValue.Mismatch) in
        try value.word()
      }
    }
  }

  private let name: String
  private let items: [Item]

  /// Reads the file at `path`.
  ///
  /// - Throws: ``Documents/DocumentError`` or ``Invalid``.
  init(path: String) throws {
    let text = try DocumentLoader.load(
      path: path, encoding: "UTF-8", extent: .plainText, limit: 256 << 20
    ).text
    try self.init(json: text.string(in: text.span), name: path)
  }

  /// Reads JSON text; `name` is that of the file, for messages.
  init(json: String, name: String) throws(Invalid) {
    self.name = name
    do {
      items = try JSONValue(JSON(parsing: json))["entities"].elements.map(Item.init)
    } catch {
      throw .form(file: name, place: "\(error)")
    }
  }

  /// The entities with their mentions in `text`.
  ///
  /// - Complexity: O(*m* log *n*) in the mentions and the length of the text.
  func entities(in text: DecodedText) throws(Invalid) -> [Entity] {
    let counter = ScalarCounter(text)
    var names: Set<String> = []
    var entities: [Entity] = []
    for item in items {
      guard names.insert(item.id).inserted else { throw .twice(file: name, entity: item.id) }
      var mentions: [Mention] = []
      for place in item.mentions {
        guard place.start < place.end,
          let lower = counter.textOffset(of: ScalarOffset(place.start)),
          let upper = counter.textOffset(of: ScalarOffset(place.end))
        else {
          throw .offsets(
            file: name, entity: item.id, start: place.start, end: place.end, count: counter.count)
        }
        let span = TextSpan(lower, upper)
        // Where lines were joined, what is told has one blank.
        if let words = place.text, words != text.string(in: span), words != text.words(in: span) {
          throw .words(file: name, entity: item.id, start: place.start)
        }
        mentions.append(
          Mention(span: span, form: place.form ?? .name, confidence: 1, rule: .given))
      }
      mentions.sort { $0.span < $1.span }
      let canonical = item.canonical ?? mentions.first.map { text.string(in: $0.span) } ?? item.id
      entities.append(
        Entity(
          id: EntityID(rawValue: item.id), kind: item.type, canonical: canonical,
          mentions: mentions))
    }
    return entities
  }
}
