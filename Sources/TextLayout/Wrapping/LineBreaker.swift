/// Divides clusters into lines by width, in logical order.
///
/// Lines break after white space, hyphens and the like; a word that is longer than a line is cut
/// between clusters. White space at the end of a line takes no column.
enum LineBreaker {
  /// The clusters of each line; at least one line, and every cluster in exactly one.
  ///
  /// - Complexity: O(*n*).
  static func lines(of clusters: [Cluster], width: Int, tabStop: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var breakAfter: Int?
    var columns = 0
    var index = 0
    let endsInBreak = clusters.last?.kind == .lineBreak
    clusters.withUnsafeBufferPointer { clusters in
      while index < clusters.count {
        let cluster = clusters[index]
        if cluster.kind == .lineBreak {
          lines.append(start..<index + 1)
          (start, breakAfter, columns) = (index + 1, nil, 0)
          index += 1
          continue
        }
        let advance = Self.columns(of: cluster, at: columns, width: width, tabStop: tabStop)
        if columns + advance > width, cluster.kind != .space, index > start {
          let end = breakAfter ?? index
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

  /// The columns that `cluster` takes when it stands `columns` columns into a line.
  @inline(__always)
  static func columns(of cluster: Cluster, at columns: Int, width: Int, tabStop: Int) -> Int {
    let wanted = cluster.kind == .tab ? tabStop - columns % tabStop : Int(cluster.columns)
    return min(wanted, width)
  }
}
