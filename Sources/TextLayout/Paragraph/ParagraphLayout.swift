import ArabicText

/// The lines of one paragraph at one width.
///
/// The way: levels and joining on the whole paragraph, clusters, wrapping in logical order, then for
/// each line rules L1 and L2 on clusters, mirroring and shaping. Colour comes later and never cuts
/// the text.
package struct ParagraphLayout: Hashable, Sendable {
  /// The lines from the top; at least one.
  package let lines: [Line]
  /// The direction of the paragraph.
  package let direction: Direction

  /// Lays out `paragraph`.
  ///
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  package init(_ text: DecodedText, _ paragraph: Paragraph, options: LayoutOptions) {
    self.init(text, paragraph.content, options: options)
  }

  /// Lays out `content`, the text of one paragraph without the line break that ends it.
  package init(_ text: DecodedText, _ content: TextSpan, options: LayoutOptions) {
    self.init(ShapedParagraph(text, content, options), options)
  }

  init(_ paragraph: ShapedParagraph, _ options: LayoutOptions) {
    let clusters = ClusterBuilder.clusters(of: paragraph, options)
    let ranges = LineBreaker.lines(
      of: clusters, width: options.width, hang: options.hang, tabStop: options.tabStop)
    direction = Direction(level: paragraph.base)
    lines = paragraph.scalars.withUnsafeBufferPointer { scalars in
      clusters.withUnsafeBufferPointer { clusters in
        let source = LineSource(
          scalars: scalars, content: paragraph.content, base: paragraph.base,
          showsTashkeel: options.lettering.showsTashkeel)
        return Self.lines(of: clusters, ranges, source, options)
      }
    }
  }

  private static func lines(
    of clusters: UnsafeBufferPointer<Cluster>, _ ranges: [Range<Int>], _ source: LineSource,
    _ options: LayoutOptions
  ) -> [Line] {
    var maker = LineMaker(source, options)
    var start = source.content.lower
    return ranges.indices.map { number in
      let range = ranges[number]
      // Scalars that are not drawn belong to the line before.
      let end =
        number + 1 == ranges.count
        ? source.content.upper
        : range.upperBound < clusters.count
          ? source.span(of: clusters[range.upperBound]).lower
          : source.span(of: clusters[range.upperBound - 1]).upper
      let isLast = number + 1 == ranges.count || clusters[range.upperBound - 1].kind == .lineBreak
      let line = maker.line(
        of: UnsafeBufferPointer(rebasing: clusters[range]), span: TextSpan(start, end),
        indent: number == 0 ? 0 : options.hang, isFull: !isLast)
      start = end
      return line
    }
  }

  /// The index of the line that shows `offset`; offsets outside count as the nearest line.
  package func lineIndex(at offset: TextOffset) -> Int {
    lines.lastIndex { $0.span.lower <= offset } ?? 0
  }
}
