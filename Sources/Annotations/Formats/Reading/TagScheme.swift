/// Tags of tokens in all the schemes that are in use: BIO (IOB2), IOB1, IO, BILOU, IOBES, BMES, BIOEW.
///
/// The schemes share their letters: L, E end a span, U, S, W are one of one token, M stands for I.
/// Source: Ratinov and Roth, *Design challenges and misconceptions in named entity recognition* (2009).
enum TagScheme {
  /// What a tag says of its token.
  enum Tag: Hashable {
    case outside
    case begin(String)
    /// Goes on, or begins where nothing is open.
    case inside(String)
    /// As ``inside(_:)``, and ends with it.
    case end(String)
    case single(String)
  }

  /// The tag that `text` is; a label without a letter before it counts where `isPlain`.
  static func tag(_ text: String, isPlain: Bool = false) -> Tag? {
    if text == "O" { return .outside }
    let scalars = text.unicodeScalars
    if let sign = scalars.dropFirst().first, sign == "-" || sign == "_", scalars.count > 2 {
      let label = String(scalars.dropFirst(2))
      switch scalars.first {
      case "B": return .begin(label)
      case "I", "M": return .inside(label)
      case "L", "E": return .end(label)
      case "U", "S", "W": return .single(label)
      default: break
      }
    }
    return isPlain && isLabel(text) ? .inside(text) : nil
  }

  /// Whether `text` looks like a label: a letter, then letters, digits and signs between them.
  static func isLabel(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.:".unicodeScalars.contains($0)
    }
  }
}
