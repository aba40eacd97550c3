import Annotations
import ArabicText
import Reader

/// Notes of one article that could not be stored, as plain text that people read and the next reader
/// takes up.
///
/// Fields, one a line, `name: value`; a note stands below its fields, each line behind four blanks.
/// Controls are escaped, so that the text may be shown by any program: see ``escaped(_:)``.
struct RescueText: Hashable {
  /// Why a file is no such text.
  enum Problem: Error, Hashable {
    /// It is of this later version.
    case newer(Int)
    /// It is not as it was written.
    case damaged
  }

  /// The latest version; what the first one knows is written so that it can read that.
  static let version = 2
  static let title = "Rawi: notes that were not saved, version "
  static let indent = "    "

  /// The path of the article; `nil` for what was piped in.
  var path: String?
  /// The name of the article.
  var name: String
  /// The hash of its text.
  var contentHash: String
  /// The notes, the oldest first.
  var notes: [RescuedNote]

  /// The text.
  var string: String {
    var lines = [
      "\(Self.title)\(notes.allSatisfy(\.kind.isOld) ? 1 : Self.version)",
      // For a person who comes upon the file, in whichever language.
      "They are offered when the article is opened with Rawi the next time. "
        + "تعرض حين يفتح المقال براوي مرة أخرى.", "",
    ]
    lines += Self.fields([("article", path), ("name", name), ("text", contentHash)])
    for note in notes { lines += [""] + Self.lines(of: note) }
    return (lines + ["", "end of \(notes.count)", ""]).joined(separator: "\n")
  }

  private static func lines(of note: RescuedNote) -> [String] {
    let anchor = note.anchor
    var lines = fields([
      ("words", note.words), ("from", anchor.map { "\($0.start.scalars)" }),
      ("to", anchor.map { "\($0.end.scalars)" }), ("exact", anchor?.exact),
      ("before", anchor?.prefix), ("after", anchor?.suffix), ("of", anchor?.contentHash),
      ("context", anchor?.distinction.map { "\($0)" }), ("annotation", note.known?.id.rawValue),
      ("file", note.file),
    ])
    if let known = note.known { lines += ["was:"] + block(known.note) }
    if let earlier = note.earlier { lines += ["earlier:"] + block(earlier) }
    return lines + ["\(note.kind.rawValue):"] + block(note.text)
  }

  private static func fields(_ fields: [(name: String, value: String?)]) -> [String] {
    fields.compactMap { field in field.value.map { "\(field.name): \(escaped($0))" } }
  }

  private static func block(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { indent + escaped(String($0)) }
  }

  /// `text` on one line, without what steers a terminal or the order of its letters: `\n`, `\\` and
  /// `\u{…}` stand for line feeds, backslashes and such scalars.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  init(path: String?, name: String, contentHash: String, notes: [RescuedNote]) {
    self.path = path
    self.name = name
    self.contentHash = contentHash
    self.notes = notes
  }
}
