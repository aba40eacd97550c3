import ArabicAnalysis
import ArabicText
import Documents
import FoundationEssentials

/// Known entities in the exchange format: the `entities` array of a JSON object, offsets in Unicode
/// scalars of the text they belong to.
struct EntityFile {
  /// What can be wrong with such a file.
  ///
  /// The program ends with `EX_DATAERR`.
  enum Invalid: Error, Hashable, CustomStringConvertible {
    /// Not JSON, or not of this form; with the place in it.
    case form(file: String, place: String)
    /// A mention outside the text.
    case offsets(file: String, entity: String, start: Int, end: Int, count: Int)
    /// A mention whose words are not those of the text.
    case words(file: String, entity: String, start: Int)
    /// Two entities with one identifier.
    case twice(file: String, entity: String)

    var description: String {
      switch self {
      case .form(let file, let place):
        "\(file) holds no entities in the format of \"rawi analyze\": \(place)"
      case .offsets(let file, let entity, let start, let end, let count):
        "\(file): entity \(entity) is mentioned at \(start)..<\(end), outside the text of \(count) scalars; it may belong to another text"
      case .words(let file, let entity, let start):
        "\(file): entity \(entity) is not mentioned at \(start); the offsets belong to another text"
      case .twice(let file, let entity): "\(file): there are two entities \(entity)"
      }
    }
  }

  private struct Content: Decodable {
    var entities: [Item]
  }

  private struct Item: Decodable {
    struct Place: Decodable {
      var start: Int
      var end: Int
      var text: String?
      var form: Mention.Form?
    }

    var id: String
    var type: EntityKind
    var canonical: String?
    var mentions: [Place]
  }

  private let name: String
  private let content: Content

  /// Reads the file at `path`.
  ///
  /// - Throws: ``Documents/DocumentError`` or ``Invalid``.
  init(path: String) throws {
    let text = try DocumentLoader.load(path: path, encoding: "UTF-8").text
    try self.init(json: text.string(in: text.span), name: path)
  }

  /// Reads JSON text; `name` is that of the file, for messages.
  init(json: String, name: String) throws(Invalid) {
    self.name = name
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(json.utf8))
    } catch let error as DecodingError {
      throw .form(file: name, place: Self.place(of: error))
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
    for item in content.entities {
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
        if let words = place.text, words != text.string(in: span) {
          throw .words(file: name, entity: item.id, start: place.start)
        }
        mentions.append(
          Mention(span: span, form: place.form ?? .name, confidence: 1, rule: "given"))
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

  private static func place(of error: DecodingError) -> String {
    let context =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: DecodingError.Context(codingPath: [], debugDescription: "\(error)")
      }
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return ([path.joined(separator: ".")].filter { !$0.isEmpty } + [context.debugDescription])
      .joined(separator: ": ")
  }
}
