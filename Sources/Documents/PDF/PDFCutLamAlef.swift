/// Joins what the program cuts inside lam and alef, as it does in justified lines of LibreOffice: the line ends with the
/// alef, and what stands behind it begins with the lam.
enum PDFCutLamAlef {
  private static let (alef, lam) = (Array("ا".utf8), Array("ل".utf8))
  /// Controls of direction, U+202A to U+202E, begin with these bytes.
  private static let control: [UInt8] = [0xE2, 0x80]

  /// `parts` of a line in the order of reading, with a space between two of them.
  ///
  /// - Complexity: O(*n*).
  static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    parts.dropFirst().reduce(into: Array(parts.first ?? [])) { line, part in
      if let alef = loneAlef(of: line), let lam = loneLam(of: part) {
        line.insert(contentsOf: Self.lam, at: alef)
        let rest = part[..<lam] + part[(lam + Self.lam.count)...]
        if rest.first != 0x20 { line.append(0x20) }
        line += rest
      } else {
        line.append(0x20)
        line += part
      }
    }
  }

  /// Where the letter stands that `line` ends with, by itself.
  private static func loneAlef(of line: [UInt8]) -> Int? {
    var end = line.count
    while end >= 3, line[(end - 3)...].starts(with: control) { end -= 3 }
    guard end >= alef.count, line[..<end].suffix(alef.count).elementsEqual(alef) else { return nil }
    let before = line[..<(end - alef.count)].last
    return before.map { $0 <= 0x20 || (0xAA...0xAE).contains($0) } ?? true ? end - alef.count : nil
  }

  /// Where the letter stands that `part` begins with, by itself.
  private static func loneLam(of part: ArraySlice<UInt8>) -> Int? {
    var start = part.startIndex
    while part[start...].starts(with: control) { start = min(start + 3, part.endIndex) }
    guard part[start...].starts(with: lam) else { return nil }
    let next = part[(start + lam.count)...].first
    return next.map { $0 <= 0x20 || $0 == control[0] } ?? true ? start : nil
  }
}
