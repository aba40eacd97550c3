import ArabicText

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
