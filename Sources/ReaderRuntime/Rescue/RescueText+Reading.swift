import Annotations
import ArabicText
import Reader

extension RescueText {
  /// The lines that are still to be read: bytes, since a mark at the start of a word would become one
  /// letter with the blank before it.
  private typealias Lines = ArraySlice<ArraySlice<UInt8>>

  /// Reads a text.
  init(_ text: [UInt8]) throws(Problem) {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.starts(with: Self.title.utf8),
      let version = Int(String(decoding: first.dropFirst(Self.title.utf8.count), as: UTF8.self))
    else { throw .damaged }
    guard version <= Self.version else { throw .newer(version) }
    lines = lines.dropFirst(2)
    let head = try Self.takeFields(&lines)
    guard let name = head["name"], let contentHash = head["text"] else { throw .damaged }
    self.init(path: head["article"], name: name, contentHash: contentHash, notes: [])
    while let line = lines.popFirst(), line.isEmpty {
      if lines.first?.elementsEqual("end of \(notes.count)".utf8) == true { return }
      notes.append(try Self.takeNote(&lines))
    }
    throw .damaged
  }

  private static func takeNote(_ lines: inout Lines) throws(Problem) -> RescuedNote {
    let fields = try takeFields(&lines)
    var blocks: [String: String] = [:]
    while true {
      let title = try takeTitle(&lines)
      let text = try takeBlock(&lines)
      guard let kind = RescuedNote.Kind(rawValue: title) else {
        blocks[title] = text
        continue
      }
      guard let words = fields["words"] else { throw .damaged }
      let known = fields["annotation"].map {
        RescuedNote.Known(id: AnnotationID(rawValue: $0), note: blocks["was"] ?? "")
      }
      return RescuedNote(
        kind, text: text, words: words, anchor: try anchor(of: fields), known: known,
        file: fields["file"], earlier: blocks["earlier"])
    }
  }

  private static func anchor(of fields: [String: String]) throws(Problem) -> Anchor? {
    guard let exact = fields["exact"] else { return nil }
    guard let start = fields["from"].flatMap({ Int($0) }), start >= 0,
      let end = fields["to"].flatMap({ Int($0) }), end > start, let hash = fields["of"]
    else { throw .damaged }
    return Anchor(
      start: ScalarOffset(start), end: ScalarOffset(end), exact: exact,
      prefix: fields["before"] ?? "", suffix: fields["after"] ?? "", contentHash: hash,
      distinction: fields["context"].flatMap { Int($0) })
  }

  /// Takes lines of the form `name: value` from the front.
  private static func takeFields(_ lines: inout Lines) throws(Problem) -> [String: String] {
    var fields: [String: String] = [:]
    while let line = lines.first, let colon = line.firstIndex(of: 0x3A),
      line[(colon + 1)...].first == 0x20
    {
      let name = String(decoding: line[..<colon], as: UTF8.self)
      fields[name] = try unescaped(line[(colon + 2)...])
      lines.removeFirst()
    }
    return fields
  }

  /// Takes a line of the form `name:` from the front.
  private static func takeTitle(_ lines: inout Lines) throws(Problem) -> String {
    guard let line = lines.popFirst(), line.last == 0x3A else { throw .damaged }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }

  /// Takes lines behind blanks from the front, at least one.
  private static func takeBlock(_ lines: inout Lines) throws(Problem) -> String {
    var texts: [String] = []
    while let line = lines.first, line.starts(with: indent.utf8) {
      texts.append(try unescaped(line.dropFirst(indent.utf8.count)))
      lines.removeFirst()
    }
    guard !texts.isEmpty else { throw .damaged }
    return texts.joined(separator: "\n")
  }

  /// What ``escaped(_:)`` has made of it.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) throws(Problem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": result.append("\n")
      case "\\": result.append("\\")
      case "u":
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
          let value = UInt32(String(rest[..<end]), radix: 16), let known = Unicode.Scalar(value)
        else { throw .damaged }
        result.append(known)
        rest = rest[rest.index(after: end)...]
      default: throw .damaged
      }
    }
    return String(result)
  }
}
