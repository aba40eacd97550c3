/// Divides clusters into lines by width, in logical order.
///
/// Lines break after white space, hyphens and the like; a word that is longer than a line is cut
/// between clusters. White space at the end of a line takes no column.
enum LineBreaker {
  /// The clusters of each line; at least one line, and every cluster in exactly one.
  ///
  /// Lines behind the first have `hang` columns less.
  ///
  /// - Complexity: O(*n*).
  static func lines(of clusters: [Cluster], width: Int, hang: Int = 0, tabStop: Int) -> [Range<Int>]
  {
    var lines: [Range<Int>] = []
    var start = 0
    var breakAfter: Int?
    var columns = 0
    var index = 0
    let endsInBreak = clusters.last?.kind == .lineBreak
    clusters.withUnsafeBufferPointer { clusters in
      while index < clusters.count {
        let cluster = clusters[index]
        let width = lines.isEmpty ? width : width - hang
        if cluster.kind == .lineBreak {
          lines.append(start..<index + 1)
          (start, breakAfter, columns) = (index + 1, nil, 0)
          index += 1
          continue
        }
        let advance = Self.columns(of: cluster, at: columns, width: width, tabStop: tabStop)
        if columns + advance > width, cluster.kind != .space, index > start {
          let end = breakAfter ?? wholeCluster(clusters, before: index, after: start)
          lines.append(start..<end)
          (start, breakAfter, columns) = (end, nil, 0)
          index = end
          continue
        }
        columns += advance
        if cluster.mayBreakAfter { breakAfter = index + 1 }
        index += 1
      }
    }
    if start < clusters.count || lines.isEmpty || endsInBreak {
      lines.append(start..<clusters.count)
    }
    return lines
  }

  /// Where to cut a word that is longer than a line: not inside an emoji sequence, unless that alone is
  /// longer than the line.
  private static func wholeCluster(
    _ clusters: UnsafeBufferPointer<Cluster>, before index: Int, after start: Int
  ) -> Int {
    var end = index
    while end > start, clusters[end].kind == .continuation { end -= 1 }
    return end > start ? end : index
  }

  /// Where the blanks from `index` on end, and whether a line may begin there: not where what follows closes
  /// what stands before it, blanks between or not (UAX #14, LB13): `؟`, `!`, `،`, a closing bracket.
  ///
  /// - Complexity: O(*n*) in the blanks.
  static func behindBlanks(
    _ scalars: UnsafeBufferPointer<ShapedScalar>, from index: Int
  ) -> (end: Int, mayBegin: Bool) {
    var end = index
    while end < scalars.count, scalars[end].value == 0x20 { end += 1 }
    return (end, end == scalars.count || !closing.contains(scalars[end].value))
  }

  /// Signs of the classes EX, CL, CP and IS that stand in Arabic and Latin text.
  private static let closing: Set<UInt32> = [
    0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x60C, 0x61B, 0x61E, 0x61F, 0x6D4,
    0x203C, 0x203D, 0x2047, 0x2048, 0x2049, 0xFF01, 0xFF1F,
  ]

  /// The columns that `cluster` takes when it stands `columns` columns into a line.
  @inline(__always)
  static func columns(of cluster: Cluster, at columns: Int, width: Int, tabStop: Int) -> Int {
    let wanted = cluster.kind == .tab ? tabStop - columns % tabStop : Int(cluster.columns)
    return min(wanted, width)
  }
}
