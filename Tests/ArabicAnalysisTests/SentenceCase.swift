import ArabicAnalysis
import ArabicText
import Foundation

/// An invented text with what is right about it, as `Fixtures/cases` has them.
///
/// A file holds one kind of case. Each case begins with a line `T` and its text (¶ stands for the end of a
/// paragraph); the lines behind it say what must hold:
///
///     q KIND | CONTENT | SPEAKER [| SOURCE]   a quotation; `*` for any kind of speech; speakers that would
///                                             do are separated by " / ", ~ before one asks for an unnamed
///                                             source, and a source that is "-" for none
///     q -                                     nobody is quoted
///     s CONTENT                               marked words that nobody says
///     n TYPE NAME; TYPE NAME                  all names of the text in order; "-" for none
///     e FORM = FORM                           forms of one entity
///     d FORM ≠ FORM                           forms of two
///     c TYPE NAME                             an entity and what it is called
///
/// Contents are compared by their letters and digits.
struct SentenceCase {
  var text = ""
  var quotations: [[String]]?
  var names: [String]?
  var unsaid: [String] = []
  var joined: [[String]] = []
  var apart: [[String]] = []
  var called: [String] = []

  /// The cases of a file.
  static func all(in name: String) throws -> [SentenceCase] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/cases/\(name).txt")
    var cases: [SentenceCase] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let value = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      if line.first == "T" {
        cases.append(SentenceCase(text: value.replacing("¶", with: "\n")))
      } else if !cases.isEmpty {
        cases[cases.count - 1].take(line.first, value)
      }
    }
    return cases
  }

  private mutating func take(_ sign: Character?, _ value: String) {
    func parts(_ separator: String) -> [String] {
      value.components(separatedBy: separator).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    switch sign {
    case "q": quotations = (quotations ?? []) + (value == "-" ? [] : [parts("|")])
    case "n": names = value == "-" ? [] : parts(";")
    case "s": unsaid.append(value)
    case "e": joined.append(parts("="))
    case "d": apart.append(parts("≠"))
    case "c": called.append(value)
    default: break
    }
  }

  /// What an analysis has wrong, in words; empty where it is right.
  func faults(of analysis: Analysis, in document: Document) -> [String] {
    let reader = CaseReader(analysis: analysis, text: document.text)
    var faults: [String] = []
    if let names, names != reader.names { faults.append("names \(reader.names)") }
    if let quotations { faults += reader.faults(against: quotations) }
    for content in unsaid where !reader.scare.contains(reader.letters(content)) {
      faults.append("said: \(content)")
    }
    faults += joined.filter { !reader.isOneEntity($0) }.map { "not one: \($0)" }
    faults += apart.filter { reader.isOneEntity($0) }.map { "one: \($0)" }
    faults += called.filter { !reader.entities.contains($0) }.map {
      "no \($0) in \(reader.entities)"
    }
    return faults
  }
}

/// An analysis as cases are compared with it.
private struct CaseReader {
  let analysis: Analysis
  let text: DecodedText

  var entities: [String] { analysis.entities.map { "\($0.kind.rawValue) \($0.canonical)" } }

  var names: [String] {
    analysis.entities
      .flatMap { entity in entity.mentions.map { (entity.kind, $0) } }
      .filter { $0.1.form != .nominal }
      .sorted { $0.1.span < $1.1.span }
      .map { "\($0.0.rawValue) \(text.string(in: $0.1.span))" }
  }

  var scare: Set<String> {
    Set(analysis.quotations.filter { !$0.kind.isSpeech }.map { letters(of: $0.content) })
  }

  func letters(_ string: String) -> String {
    String(
      String.UnicodeScalarView(
        string.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      ))
  }

  private func letters(of spans: [TextSpan]) -> String {
    spans.map { letters(text.string(in: $0)) }.joined()
  }

  func isOneEntity(_ forms: [String]) -> Bool {
    analysis.entities.contains { entity in
      Set(forms).isSubset(of: entity.mentions.map { text.string(in: $0.span) })
    }
  }

  func faults(against expected: [[String]]) -> [String] {
    var left = analysis.quotations.filter { $0.kind.isSpeech }
    var faults: [String] = []
    for fields in expected where fields.count > 2 {
      guard let place = left.firstIndex(where: { letters(of: $0.content) == letters(fields[1]) })
      else {
        faults.append("missing: \(fields[1])")
        continue
      }
      let found = left.remove(at: place)
      if fields[0] != "*", found.kind.rawValue != fields[0] { faults.append("kind: \(fields[1])") }
      if !isSpeaker(found, of: fields[2]) {
        let name = analysis.speakerName(of: found, in: text) ?? "nobody"
        faults.append("speaker \(name): \(fields[1])")
      }
      let source = found.source.map { text.string(in: $0) } ?? "-"
      if fields.count > 3, letters(source) != letters(fields[3]) {
        faults.append("source \(source): \(fields[1])")
      }
    }
    return faults + left.map { "too much: \(letters(of: $0.content))" }
  }

  private func isSpeaker(_ quotation: Quotation, of names: String) -> Bool {
    guard let entity = analysis.entities.first(where: { $0.id == quotation.speaker }) else {
      return names == "-"
    }
    let forms = entity.mentions.map { text.string(in: $0.span) } + [entity.canonical]
    return names.components(separatedBy: " / ").contains { name in
      let isUnnamed = name.hasPrefix("~")
      return forms.contains(isUnnamed ? String(name.dropFirst()) : name)
        && (!isUnnamed || !entity.kind.isNamed)
    }
  }
}
