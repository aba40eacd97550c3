import ArabicText

/// The scalars of one paragraph with all that layout needs to know of them.
struct ShapedParagraph {
  let scalars: [UInt32]
  let offsets: [TextOffset]
  let properties: [ScalarProperties]
  let levels: [UInt8]
  let base: UInt8
  let joining: Joining
  let end: TextOffset

  init(_ text: DecodedText, _ content: TextSpan, _ options: LayoutOptions) {
    var scalars: [UInt32] = []
    var offsets: [TextOffset] = []
    scalars.reserveCapacity(content.utf8Count)
    offsets.reserveCapacity(content.utf8Count)
    for item in text.scalars(in: content) {
      scalars.append(item.value)
      offsets.append(item.offset)
    }
    let properties = scalars.map(ScalarProperties.init)
    var brackets = [UInt32](repeating: 0, count: scalars.count)
    for (index, properties) in properties.enumerated() where properties.isBracket {
      brackets[index] = BracketTable.bracketType(of: scalars[index])
    }
    let types = properties.map(\.friBidiType)
    let bidi = BidiLevels(types: types, brackets, options.direction, options.fallback)
    self.scalars = scalars
    self.offsets = offsets
    self.properties = properties
    levels = bidi.levels
    base = bidi.base
    joining = Joining(properties: properties, types: types, levels: bidi.levels)
    end = content.upper
  }

  /// The position after the scalar at `index`.
  func end(of index: Int) -> TextOffset {
    index + 1 < offsets.count ? offsets[index + 1] : end
  }
}

/// Groups the scalars of a paragraph into clusters, in logical order.
struct ClusterBuilder {
  private let paragraph: ShapedParagraph
  private let lettering: Lettering
  private var clusters: [Cluster] = []

  private init(_ paragraph: ShapedParagraph, lettering: Lettering) {
    self.paragraph = paragraph
    self.lettering = lettering
    clusters.reserveCapacity(paragraph.scalars.count)
  }

  /// The clusters of `paragraph`.
  ///
  /// - Complexity: O(*n*).
  static func clusters(of paragraph: ShapedParagraph, lettering: Lettering) -> [Cluster] {
    var builder = ClusterBuilder(paragraph, lettering: lettering)
    var numberEnd: Int?
    for index in paragraph.scalars.indices {
      builder.take(index)
      if lettering.isVisual, Substitutes.enclosesNumber(paragraph.scalars[index]) {
        numberEnd = builder.openAyah(at: index)
      }
      if numberEnd == index {
        builder.closeAyah(after: index)
        numberEnd = nil
      }
    }
    return builder.clusters
  }

  private mutating func take(_ index: Int) {
    let scalar = paragraph.scalars[index]
    let properties = paragraph.properties[index]
    if Self.breaksLine(scalar) { return append(index, .lineBreak, glyph: 0, columns: 0) }
    if properties.isHidden { return }
    if properties.columns == 0, properties.scalarClass != .control {
      if attach(index) { return }
      return append(index, .text, glyph: Substitutes.dottedCircle, columns: 1)
    }
    if ligate(index) { return }
    if scalar == 0x09 { return append(index, .tab, glyph: 0x20, columns: 1) }
    if let substitute = Substitutes.substitute(for: scalar, properties) {
      return append(index, .substitute, glyph: substitute, columns: 1)
    }
    if properties.isSpace {
      let glyph = properties.columns == 2 ? scalar : 0x20
      append(index, .space, glyph: glyph, columns: max(1, properties.columns))
      clusters[clusters.count - 1].mayBreakAfter = ![0xA0, 0x2007, 0x202F].contains(scalar)
      return
    }
    append(index, .text, glyph: glyph(at: index), columns: max(1, properties.columns))
    clusters[clusters.count - 1].mayBreakAfter = mayBreak(after: index)
  }

  /// Puts a mark into the cell of its base; `false` where there is none.
  private mutating func attach(_ index: Int) -> Bool {
    guard let last = clusters.indices.last else { return false }
    switch clusters[last].kind {
    case .text, .space, .substitute:
      clusters[last].scalars = clusters[last].scalars.lowerBound..<index + 1
      clusters[last].span.upper = paragraph.end(of: index)
      return true
    case .tab, .decoration, .lineBreak:
      return false
    }
  }

  /// Draws an alef into the cell of the lam before it, marks between or not.
  private mutating func ligate(_ index: Int) -> Bool {
    guard lettering.isVisual, lettering.ligates, let last = clusters.indices.last,
      clusters[last].kind == .text
    else { return false }
    let lam = clusters[last].scalars.lowerBound
    guard paragraph.scalars[lam] == LamAlef.lam, paragraph.joining[index] == .final,
      paragraph.levels[lam] == paragraph.levels[index],
      paragraph.joining[lam] == .initial || paragraph.joining[lam] == .medial,
      let ligature = LamAlef.ligature(
        with: paragraph.scalars[index], isJoined: paragraph.joining[lam] == .medial)
    else { return false }
    clusters[last].scalars = lam..<index + 1
    clusters[last].span.upper = paragraph.end(of: index)
    clusters[last].glyph = ligature
    return true
  }

  private func glyph(at index: Int) -> UInt32 {
    let scalar = paragraph.scalars[index]
    guard lettering.isVisual else { return scalar }
    let level = paragraph.levels[index]
    if level & 1 == 1, paragraph.properties[index].isMirrored {
      return MirrorTable.mirror(of: scalar)
    }
    return PresentationForms.scalar(of: scalar, in: paragraph.joining[index]) ?? scalar
  }

  private mutating func append(_ index: Int, _ kind: Cluster.Kind, glyph: UInt32, columns: Int) {
    clusters.append(
      Cluster(
        scalars: index..<index + 1,
        span: TextSpan(paragraph.offsets[index], paragraph.end(of: index)),
        level: paragraph.levels[index], bidi: paragraph.properties[index].bidi, columns: columns,
        kind: kind, glyph: glyph, mayBreakAfter: kind == .tab))
  }

  // MARK: Ayah signs

  /// Draws an ayah sign as an ornate parenthesis and tells where its number ends.
  ///
  /// The parentheses take an odd level around the number, so that they stand on its right and left
  /// as in a printed Qur'an, in paragraphs of either direction.
  private mutating func openAyah(at index: Int) -> Int {
    let last = clusters.count - 1
    clusters[last].glyph = Substitutes.ayahOpening
    clusters[last].kind = .substitute
    clusters[last].level = ayahLevel(index)
    clusters[last].mayBreakAfter = false
    var end = index
    while end + 1 < paragraph.scalars.count, paragraph.properties[end + 1].isDigit { end += 1 }
    return end
  }

  private mutating func closeAyah(after index: Int) {
    var opening = clusters.count - 1
    while opening > 0, clusters[opening].glyph != Substitutes.ayahOpening { opening -= 1 }
    let place = paragraph.end(of: index)
    clusters.append(
      Cluster(
        scalars: index + 1..<index + 1, span: TextSpan(place, place),
        level: clusters[opening].level, bidi: .on, columns: 1, kind: .decoration,
        glyph: Substitutes.ayahClosing, mayBreakAfter: false))
  }

  private func ayahLevel(_ index: Int) -> UInt8 {
    let level = paragraph.levels[index]
    return level & 1 == 1 ? level : max(1, level == 0 ? 1 : level - 1)
  }

  // MARK: Line breaks

  private static func breaksLine(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether a line may break after a visible sign: between words joined by a hyphen, a dash or a
  /// slash (UAX #14, BA and SY), and between wide characters (ID).
  private func mayBreak(after index: Int) -> Bool {
    guard index > 0, index + 1 < paragraph.scalars.count else { return false }
    let next = paragraph.properties[index + 1]
    switch paragraph.scalars[index] {
    case 0x2D, 0x2010, 0x2012...0x2014, 0x2F:
      return next.isLetter && paragraph.properties[index - 1].isLetter
    default:
      return paragraph.properties[index].columns == 2 && next.columns == 2 && next.isLetter
    }
  }
}
