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

  /// The line of `clusters`, in visual order; a full one is justified where the options say so.
  ///
  /// - Complexity: O(*n* · *d*), *d* being the number of distinct levels.
  mutating func line(
    of clusters: UnsafeBufferPointer<Cluster>, span: TextSpan, isFull: Bool
  ) -> Line {
    var total = measure(clusters)
    kashidas.removeAll(keepingCapacity: true)
    if options.justifies, isFull { total += justify(clusters, slack: options.width - total) }
    let isVisual = options.lettering.isVisual
    let left = direction == .rightToLeft && isVisual ? options.width - total : 0
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
  private mutating func measure(_ clusters: UnsafeBufferPointer<Cluster>) -> Int {
    let visible = visibleCount(clusters)
    widths.removeAll(keepingCapacity: true)
    var used = 0
    for index in clusters.indices {
      let columns =
        index < visible
        ? LineBreaker.columns(
          of: clusters[index], at: used, width: options.width, tabStop: options.tabStop) : 0
      widths.append(columns)
      used += columns
    }
    return used
  }
}

/// What lines are made from: the scalars of a paragraph, without references, so that no count of
/// them is kept for each cell.
struct LineSource {
  let scalars: UnsafeBufferPointer<ShapedScalar>
  let content: TextSpan
  /// The level of the paragraph.
  let base: UInt8
  let showsTashkeel: Bool

  /// The cells of a line from `left` on, those that show something.
  ///
  /// `kashidas` tells how many follow a cluster in logical order: to its left, where cells stand in
  /// visual order.
  @inline(__always)
  func cells(
    of clusters: UnsafeBufferPointer<Cluster>, widths: UnsafeBufferPointer<Int>,
    kashidas: [Int: Int], left: Column, isVisual: Bool, order: (Int) -> Int
  ) -> [Cell] {
    let capacity = clusters.count + kashidas.values.reduce(0, +)
    // The standard library would write to the one empty array that all threads share.
    guard capacity > 0 else { return [] }
    return [Cell](unsafeUninitializedCapacity: capacity) { cells, count in
      var column = left
      func stretch(_ cluster: Cluster, by columns: Int) {
        let place = TextSpan(span(of: cluster).upper, span(of: cluster).upper)
        for _ in 0..<columns {
          cells.initializeElement(
            at: count,
            to: Cell(
              glyph: Glyph("\u{640}"), columns: 1, column: column, span: place,
              level: cluster.level, kind: .kashida))
          count += 1
          column = column + 1
        }
      }
      for number in clusters.indices {
        let index = order(number)
        let cluster = clusters[index]
        if cluster.kind == .lineBreak { continue }
        let columns = widths[index]
        let kashida = kashidas.isEmpty ? 0 : kashidas[index] ?? 0
        if isVisual { stretch(cluster, by: kashida) }
        cells.initializeElement(
          at: count,
          to: Cell(
            glyph: glyph(of: cluster, columns: columns), columns: columns, column: column,
            span: span(of: cluster), level: cluster.level, kind: cluster.kind.cellKind))
        count += 1
        column = column + columns
        if !isVisual { stretch(cluster, by: kashida) }
      }
    }
  }

  /// The text that `cluster` shows.
  @inline(__always)
  func span(of cluster: Cluster) -> TextSpan {
    TextSpan(
      unchecked: place(of: cluster.scalars.lowerBound), place(of: cluster.scalars.upperBound))
  }

  /// The bidirectional class of `cluster`.
  func bidi(of cluster: Cluster) -> BidiClass {
    cluster.scalars.isEmpty ? .on : scalars[cluster.scalars.lowerBound].properties.bidi
  }

  /// The position before the scalar at `index`, or the end of the paragraph.
  @inline(__always)
  private func place(of index: Int) -> TextOffset {
    index < scalars.count ? content.lower + Int(scalars[index].place) : content.upper
  }

  @inline(__always)
  private func glyph(of cluster: Cluster, columns: Int) -> Glyph {
    if cluster.columns > max(columns, 1), cluster.kind == .text || cluster.kind == .continuation {
      return Glyph("\u{FFFD}")
    }
    let glyph = Glyph(cluster.glyph)
    // Nine cells of ten have no marks; a lone mark is the first scalar of its cluster.
    if cluster.scalars.count <= 1, cluster.glyph != Substitutes.dottedCircle { return glyph }
    return withMarks(glyph, of: cluster)
  }

  private func withMarks(_ glyph: Glyph, of cluster: Cluster) -> Glyph {
    var glyph = glyph
    var marks = 0
    for index in cluster.scalars where isMark(at: index) {
      if let mark = Unicode.Scalar(scalars[index].value) { glyph.add(mark) }
      marks += 1
      if marks == Glyph.mostMarks { break }
    }
    return glyph
  }

  private func isMark(at index: Int) -> Bool {
    let scalar = scalars[index]
    let properties = scalar.properties
    // Of joiners only those of pictures: one between letters has done its work.
    if EmojiSequence.isSilent(scalar.value) { return EmojiSequence.includes(scalars, at: index) }
    let isDrawn = showsTashkeel || !Tashkeel.contains(scalar.value)
    return isDrawn && properties.columns == 0 && !properties.isHidden
      && properties.scalarClass != .control
  }
}

extension Cluster.Kind {
  fileprivate var cellKind: Cell.Kind {
    switch self {
    case .text, .continuation: .text
    case .space, .tab, .lineBreak: .space
    case .substitute: .substitute
    case .decoration: .decoration
    }
  }
}
