import ArabicText

/// Makes lines of the clusters of one paragraph: order, columns, what is drawn.
struct LineMaker {
  private let source: LineSource
  private let direction: Direction
  private let options: LayoutOptions
  // Used for each line anew, so that nothing but its cells is allocated for it.
  private var widths: [Int] = []
  private var levels: [UInt8] = []
  private var order: [Int] = []
  private var kashidas: [Int: Int] = [:]

  init(_ source: LineSource, _ options: LayoutOptions) {
    self.source = source
    self.direction = Direction(level: source.base)
    self.options = options
  }

  /// The line of `clusters`, in visual order, `indent` columns further in than a paragraph begins; a full one
  /// is justified where the options say so.
  ///
  /// - Complexity: O(*n* · *d*), *d* being the number of distinct levels.
  mutating func line(
    of clusters: UnsafeBufferPointer<Cluster>, span: TextSpan, indent: Int, isFull: Bool
  ) -> Line {
    let width = options.width - indent
    var total = measure(clusters, width: width)
    kashidas.removeAll(keepingCapacity: true)
    if options.justifies, isFull { total += justify(clusters, slack: width - total) }
    let isVisual = options.lettering.isVisual
    let left = direction == .rightToLeft && isVisual ? width - total : indent
    let order = isVisual ? orderUnlessPlain(clusters) : .logical
    let cells = widths.withUnsafeBufferPointer { widths in
      self.order.withUnsafeBufferPointer { mixed in
        source.cells(
          of: clusters, widths: widths, kashidas: kashidas, left: Column(left), isVisual: isVisual
        ) { number in
          switch order {
          case .logical: number
          case .reversed: clusters.count - 1 - number
          case .mixed: mixed[number]
          }
        }
      }
    }
    return Line(cells: cells, span: span, direction: direction)
  }

  private enum Order { case logical, reversed, mixed }

  /// How to put the clusters in visual order; where their levels differ, sets ``order``.
  private mutating func orderUnlessPlain(_ clusters: UnsafeBufferPointer<Cluster>) -> Order {
    let base = source.base
    if clusters.allSatisfy({ $0.level == base && $0.kind != .continuation }) {
      return base == 1 ? .reversed : .logical
    }
    levels.removeAll(keepingCapacity: true)
    for cluster in clusters { levels.append(cluster.level) }
    Reordering.resetWhiteSpace(&levels, base: base) { source.bidi(of: clusters[$0]) }
    Reordering.order(&order, by: levels)
    keepSequences(clusters)
    return .mixed
  }

  /// Turns emoji sequences in right-to-left text round again: a skin tone stands right of its base
  /// everywhere, as rule L3 would have it for marks.
  private mutating func keepSequences(_ clusters: UnsafeBufferPointer<Cluster>) {
    var place = 0
    while place < order.count {
      var end = place + 1
      while end < order.count, clusters[order[end - 1]].kind == .continuation,
        order[end] == order[end - 1] - 1
      {
        end += 1
      }
      if end > place + 1 { order[place..<end].reverse() }
      place = end
    }
  }

  /// Widens spaces and sets ``kashidas``; gives the columns by which the line grows.
  private mutating func justify(
    _ clusters: UnsafeBufferPointer<Cluster>, slack: Int
  ) -> Int {
    let visible = UnsafeBufferPointer(rebasing: clusters[..<visibleCount(clusters)])
    let growth = Justifier(visible, source.scalars, slack: slack).growth
    for (index, columns) in growth {
      if clusters[index].kind == .space {
        widths[index] += columns
      } else {
        kashidas[index] = columns
      }
    }
    return growth.values.reduce(0, +)
  }

  /// How many clusters there are before the white space that ends the line.
  private func visibleCount(_ clusters: UnsafeBufferPointer<Cluster>) -> Int {
    (clusters.lastIndex { $0.kind != .space && $0.kind != .lineBreak } ?? -1) + 1
  }

  /// Sets ``widths`` to the columns of each cluster, none for white space that ends the line, and
  /// gives their sum.
  private mutating func measure(
    _ clusters: UnsafeBufferPointer<Cluster>, width: Int
  ) -> Int {
    let visible = visibleCount(clusters)
    widths.removeAll(keepingCapacity: true)
    var used = 0
    for index in clusters.indices {
      let columns =
        index < visible
        ? LineBreaker.columns(
          of: clusters[index], at: used, width: width, tabStop: options.tabStop) : 0
      widths.append(columns)
      used += columns
    }
    return used
  }
}
