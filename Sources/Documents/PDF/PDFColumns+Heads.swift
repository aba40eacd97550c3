extension PDFColumns {
  /// The most lines of a running head, and of a foot.
  private static let mostLines = 2

  /// A line at the edge of a page that may be a running head or foot.
  private struct Edge {
    var line: Int
    var isFoot: Bool
    /// Its words, with a sign for each number.
    var pattern: [UInt8]
  }

  /// `columns` of `pages`, which are so high, with what stands at the edges of several of them: a head is above all
  /// columns of its page, whatever column it stands over.
  ///
  /// - Complexity: O(*n* log *n*) in the lines.
  static func withHeads(
    _ columns: [PDFColumns], of pages: [ArraySlice<UInt8>], _ heights: [Double]
  ) -> [PDFColumns] {
    let edges = zip(columns, zip(pages, heights)).map { $0.edges(of: $1.0, height: $1.1) }
    let counts = Dictionary(
      edges.flatMap { Set($0.map(\.pattern)) }.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(columns, edges).map { columns, edges in
      var columns = columns
      let known = edges.filter { counts[$0.pattern] ?? 0 > 1 }
      columns.heads = known.filter { !$0.isFoot }.map(\.line)
      columns.feet = known.filter(\.isFoot).map(\.line)
      return columns
    }
  }

  /// The lines that are set apart from all others at the top of `page` and at its foot, with nothing beside them.
  private func edges(of page: ArraySlice<UInt8>, height: Double) -> [Edge] {
    guard let texts = texts(of: page) else { return [] }
    let bands = PDFBoxes.bands(of: lines, height: height)
    let sorted = lines.indices.sorted { lines[$0].top < lines[$1].top }
    guard bands.head + bands.foot < sorted.count else { return [] }
    return [(sorted.prefix(bands.head), false), (sorted.suffix(bands.foot), true)]
      .flatMap { edge, isFoot in
        let isOneBelowOther = zip(edge, edge.dropFirst()).allSatisfy {
          !lines[$0].isBeside(lines[$1])
        }
        return edge.count <= Self.mostLines && isOneBelowOther
          ? edge.map { Edge(line: $0, isFoot: isFoot, pattern: pattern(of: $0, texts)) } : []
      }
  }

  private func pattern(of line: Int, _ texts: [ArraySlice<UInt8>]) -> [UInt8] {
    let words = String(decoding: words(of: lines[line], texts), as: UTF8.self)
    return words.unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar.properties.numericType == nil ? Array(String(scalar).utf8) : [0x30]
    }
  }
}
