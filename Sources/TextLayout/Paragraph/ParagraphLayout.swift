import ArabicText

/// The lines of one paragraph at one width.
///
/// The way: levels and joining on the whole paragraph, clusters, wrapping in logical order, then for
/// each line rules L1 and L2 on clusters, mirroring and shaping. Colour comes later and never cuts
/// the text.
public struct ParagraphLayout: Hashable, Sendable {
  /// The lines from the top; at least one.
  public let lines: [Line]
  /// The direction of the paragraph.
  public let direction: Direction

  /// Lays out `paragraph`.
  ///
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  public init(_ text: DecodedText, _ paragraph: Paragraph, options: LayoutOptions) {
    self.init(text, paragraph.content, options: options)
  }

  /// Lays out `content`, the text of one paragraph without the line break that ends it.
  public init(_ text: DecodedText, _ content: TextSpan, options: LayoutOptions) {
    let shaped = ShapedParagraph(text, content, options)
    let clusters = ClusterBuilder.clusters(of: shaped, lettering: options.lettering)
    let ranges = LineBreaker.lines(of: clusters, width: options.width, tabStop: options.tabStop)
    let direction = Direction(level: shaped.base)
    var lines: [Line] = []
    lines.reserveCapacity(ranges.count)
    let maker = LineMaker(paragraph: shaped, direction: direction, options: options)
    var start = content.lower
    for (number, range) in ranges.enumerated() {
      let isLast = number + 1 == ranges.count
      let next = range.upperBound < clusters.count ? clusters[range.upperBound].span.lower : nil
      let end = isLast ? content.upper : next ?? clusters[range].last?.span.upper ?? content.upper
      lines.append(maker.line(of: clusters[range], span: TextSpan(start, end)))
      start = end
    }
    self.lines = lines
    self.direction = direction
  }

  /// The index of the line that shows `offset`; offsets outside count as the nearest line.
  public func lineIndex(at offset: TextOffset) -> Int {
    lines.lastIndex { $0.span.lower <= offset } ?? 0
  }
}

/// Makes one line of clusters: order, columns, text.
private struct LineMaker {
  let paragraph: ShapedParagraph
  let direction: Direction
  let options: LayoutOptions

  func line(of clusters: ArraySlice<Cluster>, span: TextSpan) -> Line {
    let clusters = Array(clusters)
    let widths = columns(of: clusters)
    let total = widths.reduce(0, +)
    var column = direction == .rightToLeft && options.lettering.isVisual ? options.width - total : 0
    var cells: [Cell] = []
    cells.reserveCapacity(clusters.count)
    for index in order(of: clusters) where clusters[index].kind != .lineBreak {
      let cluster = clusters[index]
      cells.append(
        Cell(
          text: text(of: cluster, columns: widths[index]), columns: widths[index],
          column: Column(column), span: cluster.span, level: cluster.level,
          kind: cluster.kind.cellKind))
      column += widths[index]
    }
    return Line(cells: cells, span: span, direction: direction)
  }

  /// The clusters in visual order.
  private func order(of clusters: [Cluster]) -> [Int] {
    guard options.lettering.isVisual else { return Array(clusters.indices) }
    var levels = clusters.map(\.level)
    Reordering.resetWhiteSpace(&levels, classes: clusters.map(\.bidi), base: paragraph.base)
    return Reordering.visualOrder(levels: levels)
  }

  /// The columns of each cluster; white space that ends the line takes none.
  private func columns(of clusters: [Cluster]) -> [Int] {
    let isEnd: (Cluster) -> Bool = { $0.kind == .space || $0.kind == .lineBreak }
    let visible = (clusters.lastIndex { !isEnd($0) } ?? -1) + 1
    var used = 0
    return clusters.indices.map { index in
      guard index < visible else { return 0 }
      let columns = LineBreaker.columns(
        of: clusters[index], at: used, width: options.width, tabStop: options.tabStop)
      used += columns
      return columns
    }
  }

  /// At most five scalars, which is what ncurses keeps in a cell (`CCHARW_MAX`).
  private func text(of cluster: Cluster, columns: Int) -> String {
    if cluster.columns > max(columns, 1), cluster.kind == .text { return "\u{FFFD}" }
    guard let glyph = Unicode.Scalar(cluster.glyph) else { return "\u{FFFD}" }
    // Nine cells of ten have no marks, and a single scalar makes a string four times as fast.
    if cluster.scalars.count <= 1, cluster.glyph != Substitutes.dottedCircle {
      return String(glyph)
    }
    var view = String.UnicodeScalarView()
    view.append(glyph)
    var marks = 0
    for index in cluster.scalars where marks < 4 && isMark(index, of: cluster) {
      if let mark = Unicode.Scalar(paragraph.scalars[index]) { view.append(mark) }
      marks += 1
    }
    return String(view)
  }

  private func isMark(_ index: Int, of cluster: Cluster) -> Bool {
    let properties = paragraph.properties[index]
    let isDrawn =
      options.lettering.showsTashkeel || !Tashkeel.contains(paragraph.scalars[index])
    return isDrawn && properties.columns == 0 && !properties.isHidden
      && properties.scalarClass != .control
  }
}

extension Cluster.Kind {
  fileprivate var cellKind: Cell.Kind {
    switch self {
    case .text: .text
    case .space, .tab, .lineBreak: .space
    case .substitute: .substitute
    case .decoration: .decoration
    }
  }
}
