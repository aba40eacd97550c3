/// By which names the contents of a PDF call the fonts that have a table of letters (`ToUnicode`, ISO 32000-1, 9.10.3).
///
/// Objects are read by their text alone, also those that are packed together (7.5.7): what a name refers to anywhere
/// is what it may mean.
struct PDFFonts {
  /// The names of the fonts of each table, by the number of its object.
  private(set) var names: [Int: Set<String>] = [:]

  /// The tables of fonts, by the numbers of the fonts' objects.
  private var tables: [Int: Set<Int>] = [:]

  /// Reads the objects of a file.
  ///
  /// - Complexity: O(*n*) in the file and in what is unpacked of it, ``PDFLigatures/most`` bytes at most.
  init(_ streams: PDFStreams) {
    var parts: [[UInt8]] = []
    var (place, unpacked) = (0, 0)
    while unpacked < PDFLigatures.most, let stream = streams.next(&place, ofObjects: true) {
      let content = streams.content(of: stream) ?? []
      unpacked += max(content.count, PDFLigatures.least)
      guard let first = streams.number("/First", in: stream.dictionary) else { continue }
      addTables(packed: content, first)
      parts.append(content)
    }
    addTables(streams.bytes)
    guard !tables.isEmpty else { return }
    addNames(streams.bytes)
    for part in parts { part.withUnsafeBufferPointer { addNames($0) } }
  }

  /// Adds the fonts among the objects in `bytes` that stand by themselves.
  private mutating func addTables(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while let key = PDFStreams.find("/ToUnicode", in: bytes, from: place) {
      place = key + 10
      let head = max(0, key - PDFStreams.longestDictionary)..<key
      guard let table = PDFStreams.number(in: bytes, at: place),
        let object = PDFStreams.lastObject(in: bytes, head)
      else { continue }
      tables[object.number, default: []].insert(table)
    }
  }

  /// Adds the fonts among the objects that are packed together in `content`: pairs of numbers and places, and the
  /// objects from `first` on.
  private mutating func addTables(packed content: [UInt8], _ first: Int) {
    let numbers = content.prefix(first).split { $0 <= 0x20 }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    let objects = stride(from: 0, to: numbers.count - 1, by: 2)
      .map { (number: numbers[$0], place: first + numbers[$0 + 1]) }
    content.withUnsafeBufferPointer { bytes in
      var place = first
      while let key = PDFStreams.find("/ToUnicode", in: bytes, from: place) {
        place = key + 10
        guard let table = PDFStreams.number(in: bytes, at: place),
          let object = objects.last(where: { $0.place <= key })
        else { continue }
        tables[object.number, default: []].insert(table)
      }
    }
  }

  /// Adds the names in `bytes` that refer to fonts: `/F1 4 0 R`.
  private mutating func addNames(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while let end = PDFStreams.find(" 0 R", in: bytes, from: place) {
      place = end + 4
      let digits = bytes[..<end].suffix(10).reversed().prefix { (0x30...0x39).contains($0) }
      guard let number = Int(String(decoding: digits.reversed(), as: UTF8.self)),
        let tables = tables[number]
      else { continue }
      let before = bytes[..<(end - digits.count)].suffix(64).reversed().drop { $0 <= 0x20 }
      let name = before.prefix { $0 > 0x20 && $0 != 0x2F }.reversed()
      guard before.dropFirst(name.count).first == 0x2F else { continue }
      for table in tables {
        names[table, default: []].insert(String(decoding: name, as: UTF8.self))
      }
    }
  }
}
