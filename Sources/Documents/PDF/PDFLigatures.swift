/// Turns the letters round that stand behind one sign of a PDF, before `pdftotext` reads it.
///
/// poppler lays the letters behind a sign (لا) from left to right, and then reads the line from right to left,
/// so that لا becomes ال, and no reader of its output can tell صلاح from صالح any more. Here the tables of
/// letters (`ToUnicode`, ISO 32000-1, 9.10.3) and the replacing texts (`ActualText`, 14.9.4) that have two
/// Arabic letters or more are written anew, turned round, as an update behind the end of the file (7.5.6); such texts
/// are laid over one sign (``PDFSpans``), and signs that the tables have no letters for get one (``PDFUnnamed``).
/// What the update makes is taken where it shows the fault no more: see ``PDFDocument``.
enum PDFLigatures {
  /// How long a file may be, and what of it is unpacked at most, in bytes, and as how many of them a stream counts at least, since each takes
  /// time of its own: 16,384 streams are looked at.
  static let (most, least) = (64 << 20, 4096)

  /// What is to be put behind a file, and the signs that got a letter by it.
  struct Update {
    var bytes: [UInt8] = []
    var unnamed = PDFUnnamed()
  }

  /// The update to be put behind `bytes`; empty where nothing is to be turned or named, and of one that is locked or
  /// too long.
  ///
  /// With `turns` letters are turned, with `names` signs without a letter get one.
  ///
  /// - Complexity: O(*n*) in the file and in what is unpacked of it, ``most`` bytes at most.
  static func update(
    of bytes: UnsafeBufferPointer<UInt8>, turns: Bool = true, names: Bool = true
  ) -> Update {
    guard bytes.count <= most, PDFStreams.find("/Encrypt", in: bytes, from: 0) == nil,
      let root = last("/Root", in: bytes), let size = last("/Size", in: bytes)
    else { return Update() }
    let streams = PDFStreams(bytes: bytes)
    // Of an object that was written again the last one is valid.
    var changed: [Int: (stream: PDFStreams.Stream, content: [UInt8])] = [:]
    var tables: [Int: (stream: PDFStreams.Stream, content: [UInt8])] = [:]
    var shown = PDFShownSigns()
    var (place, unpacked) = (0, 0)
    while unpacked < most, let stream = streams.next(&place) {
      let content = streams.content(of: stream) ?? []
      unpacked += max(content.count, least)
      let turned = turns ? turned(content) : nil
      let whole = PDFSpans.withSignsOnLine(turned ?? content) ?? turned
      changed[stream.number] = whole.map { (stream, $0) }
      guard names else { continue }
      shown.add(content)
      if PDFStreams.has("beginbf", content) { tables[stream.number] = (stream, whole ?? content) }
    }
    var unnamed = PDFUnnamed()
    let fonts = tables.isEmpty ? nil : PDFFonts(streams)
    for (number, (stream, table)) in tables.sorted(by: { $0.key < $1.key }) {
      let names = fonts?.names[number]
      let clusters = PDFClusters(table) { shown.follower(of: $0, in: names ?? []) }
      if clusters.areThere { unnamed.areOfClusters = true }
      let named = unnamed.named(clusters.table, shown: names.map { ($0, shown) })
      if let named {
        changed[number] = (stream, named)
      } else if clusters.table != table {
        changed[number] = (stream, clusters.table)
      }
    }
    if unnamed.areMarksTaken { return update(of: bytes, turns: turns, names: false) }
    return Update(
      bytes: update(of: bytes, changed, streams, root: root, size: size), unnamed: unnamed)
  }

  /// What is to be put behind `bytes` for its streams to have these contents.
  private static func update(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ changed: [Int: (stream: PDFStreams.Stream, content: [UInt8])], _ streams: PDFStreams,
    root: Int, size: Int
  ) -> [UInt8] {
    guard !changed.isEmpty else { return [] }
    var (result, table) = ([0x0A] as [UInt8], "")
    for (number, (stream, content)) in changed.sorted(by: { $0.key < $1.key }) {
      let offset = String(bytes.count + result.count)
      let zeros = String(repeating: "0", count: max(0, 10 - offset.count))
      table += "\(number) 1\n\(zeros)\(offset) 00000 n \n"
      result += "\(number) 0 obj\n".utf8
      result += streams.dictionary(of: stream, length: content.count)
      result += "\nstream\n".utf8 + content + "\nendstream\nendobj\n".utf8
    }
    // Of a file without a table poppler looks for the objects, and takes the last of each.
    guard let before = last("startxref", in: bytes) else { return result }
    let start = bytes.count + result.count
    let info = last("/Info", in: bytes).map { " /Info \($0) 0 R" } ?? ""
    result +=
      "xref\n\(table)trailer\n<< /Size \(size) /Root \(root) 0 R\(info) /Prev \(before) >>\n".utf8
    result += "startxref\n\(start)\n%%EOF\n".utf8
    return result
  }

  /// `content` with the letters behind its signs turned round; `nil` where there are none.
  ///
  /// - Complexity: O(*n*).
  static func turned(_ content: [UInt8]) -> [UInt8]? {
    let isTable = PDFStreams.has("beginbf", content)
    guard isTable || PDFStreams.has("/ActualText", content) else { return nil }
    var result = content
    var isTurned = false
    var place = 0
    while let open = result[place...].firstIndex(of: 0x3C) {
      place = open + 1
      let close = result[place...].firstIndex { !isDigit($0) } ?? result.endIndex
      guard close < result.endIndex, result[close] == 0x3E else { continue }
      var digits = place..<close
      if !isTable {
        guard
          result[..<open].suffix(13).filter({ $0 > 0x20 }).suffix(11)
            .elementsEqual("/ActualText".utf8),
          result[digits].prefix(4).map({ $0 & ~0x20 }) == Array("FEFF".utf8)
        else { continue }
        digits = place + 4..<close
      }
      place = close + 1
      guard digits.count >= 8, digits.count % 4 == 0 else { continue }
      let units = stride(from: digits.lowerBound, to: digits.upperBound, by: 4).map {
        Array(result[$0..<$0 + 4])
      }
      // U+0600 to U+06FF.
      guard units.allSatisfy({ $0[0] == 0x30 && $0[1] == 0x36 }) else { continue }
      result.replaceSubrange(digits, with: units.reversed().joined())
      isTurned = true
    }
    return isTurned ? result : nil
  }

  /// Whether `byte` is a digit of a number to base 16.
  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// The number behind the last `key` of the file that has one.
  private static func last(_ key: String, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (result, place) = (Int?.none, 0)
    while let found = PDFStreams.find(key, in: bytes, from: place) {
      place = found + key.utf8.count
      let digits = bytes[place...].prefix(32).drop { $0 <= 0x20 }.prefix {
        (0x30...0x39).contains($0)
      }
      if let number = Int(String(decoding: digits, as: UTF8.self)) { result = number }
    }
    return result
  }
}
