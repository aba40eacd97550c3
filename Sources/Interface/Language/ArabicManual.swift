import CInterfaceData

/// What help and the manual page say in Arabic, by what they say in English.
///
/// A sentence that is changed in English is missing here until it is changed in
/// `CInterfaceData/interface/manual.tsv`, which a test finds.
package enum ArabicManual {
  private static let sentences = Dictionary(
    Table.rows(of: rawi_interface_manual()).filter { $0.count == 2 }.map { ($0[0], $0[1]) }
  ) { first, _ in first }

  /// The Arabic of the paragraph `english`; `nil` where the table lacks it.
  package static func translation(of english: String) -> String? {
    sentences[english.split(whereSeparator: \.isWhitespace).joined(separator: " ")]
  }

  /// The paragraphs of `english` in `language`: those that the table lacks in English.
  package static func paragraphs(of english: String?, in language: Language) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    let all = (english ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    for line in all + [Substring()] {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: " "))
        lines = []
      }
    }
    guard language.code == .arabic else { return paragraphs }
    return paragraphs.map { translation(of: $0) ?? $0 }
  }
}
