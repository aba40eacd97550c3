import TestSupport

/// Words that would steer a terminal which obeyed them, and what looks whether one was sent.
enum HostileWords {
  /// Each of the ways to steer: a question that the terminal answers as if typed (CSI 6n), the clipboard
  /// (OSC 52), the title (OSC 0), looks, 8-bit controls, going back in the line, turning the order.
  static let each = [
    "\u{1B}[6n", "\u{1B}]52;c;cm0gLXJmIH4=\u{7}", "\u{1B}]0;taken\u{1B}\\", "\u{1B}[31m\u{1B}[8m",
    "\u{9B}2J", "\u{9D}0;taken\u{9C}", "\u{90}q\u{9C}", "over\rwritten", "back\u{8}\u{8}", "\u{7F}",
    "\u{202E}turned\u{202C}", "\u{2066}set apart\u{2069}", "\u{85}", "\u{B}\u{C}\u{E}",
  ]
  /// All of them.
  static let all = each.joined(separator: " ")
  /// All of them as JSON text has them.
  static let escaped = all.unicodeScalars.map { scalar in
    scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "\\" && scalar != "\""
      ? String(scalar)
      : "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
        + String(scalar.value, radix: 16)
  }.joined()

  /// The controls in what was printed, each with the words around it.
  ///
  /// Newlines, tabs and looks of our own (SGR) are none; what a document has of its own is left out of
  /// these by `keeping`.
  static func strays(in text: String, keeping kept: Set<Unicode.Scalar> = []) -> [String] {
    // The terminal has made CR LF of each newline; tables end their rows so.
    let scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
    var strays: [String] = []
    var place = 0
    while place < scalars.count {
      if let end = endOfLook(scalars, from: place) {
        place = end
        continue
      }
      if isControl(scalars[place]), !kept.contains(scalars[place]) {
        let around = scalars[max(0, place - 12)..<min(scalars.count, place + 12)]
        strays.append(String(String.UnicodeScalarView(around)).debugDescription)
      }
      place += 1
    }
    return strays
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func endOfLook(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < scalars.count, scalars[start] == "\u{1B}", scalars[start + 1] == "[" else {
      return nil
    }
    var end = start + 2
    while end < scalars.count, scalars[end] == ";" || ("0"..."9").contains(scalars[end]) {
      end += 1
    }
    let numbers = String(String.UnicodeScalarView(scalars[start + 2..<min(end, scalars.count)]))
    // Hidden letters are no look of ours.
    guard end < scalars.count, scalars[end] == "m", numbers != "8" else { return nil }
    return end + 1
  }
}

extension Annotator {
  /// Somebody whose article, its name, annotations, lists and files are all ``HostileWords``.
  static func hostile() throws -> Annotator {
    let words = HostileWords.all
    let annotator = try Annotator(
      text: """
        قالت وزيرة النقل ليلى الحداد إن «الجسر \(words) يربط القرى»، مضيفة أن العمل \(words) انتهى.
        \(words)
        وقال سامر العلي إن مدينة الزهراء سعيدة \(words). وقالت وزيرة النقل ذلك.

        """, name: "art\(words.replacing("/", with: "")).txt")
    _ = try annotator.folder.folder("rawi")
    for list in ["names.tsv", "speakers.tsv"] {
      _ = try annotator.folder.file(
        "rawi/" + list, "سامر العلي\tPER\tسامر \(words)\nسمير\tPER\tبلا\n".utf8)
    }
    return annotator
  }

  /// A file of annotations whose every word is hostile, some of which fit the article.
  func hostileNotes(_ name: String) throws -> String {
    let words = HostileWords.escaped
    func item(_ number: Int, _ start: Int, _ end: Int) -> String {
      """
      {"id": "urn:\(number)\(words)", "type": "Annotation", "creator": "\(words)", "body": [
        {"type": "TextualBody", "purpose": "commenting", "value": "\(words)\\n\(words)"},
        {"type": "TextualBody", "purpose": "tagging", "value": "\(words)"}],
       "target": {"source": "\(words)", "selector": [
        {"type": "TextPositionSelector", "start": \(start), "end": \(end)}]}}
      """
    }
    let items = [item(1, 0, 4), item(2, 17, 60), item(3, 900_000, 900_004)]
    let page = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
       "items": [\(items.joined(separator: ", "))]}
      """
    return try folder.file(name, page.utf8)
  }
}
