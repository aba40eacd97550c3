import ArabicText

/// Groups the scalars of a paragraph into clusters, in logical order.
struct ClusterBuilder {
  private let scalars: UnsafeBufferPointer<ShapedScalar>
  private let lettering: Lettering
  private let closesBlanks: Bool
  private var clusters: [Cluster] = []
  /// Where the run of blanks ends that was met last, and whether a line may begin there.
  private var blanks = (end: 0, mayBegin: true)

  private init(_ scalars: UnsafeBufferPointer<ShapedScalar>, _ options: LayoutOptions) {
    self.scalars = scalars
    lettering = options.lettering
    closesBlanks = options.closesBlanks
    clusters.reserveCapacity(scalars.count)
  }

  /// The clusters of `paragraph`.
  ///
  /// - Complexity: O(*n*).
  static func clusters(of paragraph: ShapedParagraph, _ options: LayoutOptions) -> [Cluster] {
    paragraph.scalars.withUnsafeBufferPointer { scalars in
      var builder = ClusterBuilder(scalars, options)
      builder.run()
      return builder.clusters
    }
  }

  private mutating func run() {
    var numberEnd: Int?
    for index in scalars.indices {
      let scalar = scalars[index]
      // Nineteen scalars of twenty are letters that stand alone and spaces between words.
      if scalar.properties.isPlainLetter, !mayLigate(scalar.value) {
        append(index, .text, glyph: glyph(at: index), columns: 1)
      } else if scalar.value == 0x20, isClosed(index) {
        clusters[clusters.count - 1].extend(to: index + 1)
      } else if scalar.value == 0x20 {
        append(
          index, .space, glyph: 0x20, columns: 1,
          mayBreakAfter: mayBegin(behindBlank: index))
      } else {
        add(index)
        if lettering.isVisual, Substitutes.enclosesNumber(scalar.value) {
          numberEnd = openAyah(at: index)
        }
      }
      if numberEnd == index {
        closeAyah(after: index)
        numberEnd = nil
      }
    }
  }

  /// Whether the blank at `index` is drawn with the one before it.
  private func isClosed(_ index: Int) -> Bool {
    closesBlanks && index > 0 && scalars[index - 1].value == 0x20
      && clusters.last?.kind == .space
  }

  /// Whether a line may begin behind the blank at `index`; asked once for a run of blanks.
  private mutating func mayBegin(behindBlank index: Int) -> Bool {
    if index >= blanks.end {
      blanks = LineBreaker.behindBlanks(scalars, from: index + 1)
    }
    return index == 0 || blanks.mayBegin
  }

  private mutating func add(_ index: Int) {
    let (scalar, properties) = (scalars[index].value, scalars[index].properties)
    if Self.breaksLine(scalar) { return append(index, .lineBreak, glyph: 0, columns: 0) }
    if properties.isHidden || EmojiSequence.isSilent(scalar) {
      if EmojiSequence.includes(scalars, at: index) { _ = attach(index) }
      return
    }
    if properties.columns == 0, properties.scalarClass != .control {
      if attach(index) { return }
      return append(index, .text, glyph: Substitutes.dottedCircle, columns: 1)
    }
    if ligate(index) { return }
    if scalar == 0x09 {
      return append(index, .tab, glyph: 0x20, columns: 1, mayBreakAfter: true)
    }
    if let substitute = Substitutes.substitute(for: scalar, properties) {
      return append(index, .substitute, glyph: substitute, columns: 1)
    }
    if properties.isSpace {
      let glyph = properties.columns == 2 ? scalar : 0x20
      return append(
        index, .space, glyph: glyph, columns: max(1, properties.columns),
        mayBreakAfter: scalar != 0xA0 && scalar != 0x2007 && scalar != 0x202F
          && mayBegin(behindBlank: index))
    }
    if EmojiSequence.continues(scalars, at: index), let last = clusters.indices.last {
      clusters[last].mayBreakAfter = false
      return append(
        index, .continuation, glyph: scalar, columns: max(1, properties.columns))
    }
    append(
      index, .text, glyph: glyph(at: index), columns: max(1, properties.columns),
      mayBreakAfter: mayBreak(after: index))
  }

  /// Puts a mark into the cell of its base; `false` where there is none.
  private mutating func attach(_ index: Int) -> Bool {
    guard let last = clusters.indices.last else { return false }
    switch clusters[last].kind {
    case .text, .space, .substitute, .continuation:
      clusters[last].extend(to: index + 1)
      return true
    case .tab, .decoration, .lineBreak:
      return false
    }
  }

  private func mayLigate(_ scalar: UInt32) -> Bool {
    scalar <= 0x627 && scalar >= 0x622 && lettering.ligates
  }

  /// Draws an alef into the cell of the lam before it, marks between or not.
  private mutating func ligate(_ index: Int) -> Bool {
    guard lettering.isVisual, mayLigate(scalars[index].value), let last = clusters.indices.last,
      clusters[last].kind == .text
    else { return false }
    let place = clusters[last].scalars.lowerBound
    let (lam, alef) = (scalars[place], scalars[index])
    guard lam.value == LamAlef.lam, alef.isJoinedRight, !alef.isJoinedLeft,
      lam.isJoinedLeft, lam.level == alef.level,
      let ligature = LamAlef.ligature(with: alef.value, isJoined: lam.isJoinedRight)
    else { return false }
    clusters[last].extend(to: index + 1)
    clusters[last].glyph = ligature
    return true
  }

  private func glyph(at index: Int) -> UInt32 {
    let scalar = scalars[index]
    guard lettering.isVisual else { return scalar.value }
    if scalar.level & 1 == 1, scalar.properties.isMirrored {
      return MirrorTable.mirror(of: scalar.value)
    }
    return PresentationForms.drawn(scalar.value, form: scalar.form)
  }

  private mutating func append(
    _ index: Int, _ kind: Cluster.Kind, glyph: UInt32, columns: Int, mayBreakAfter: Bool = false
  ) {
    clusters.append(
      Cluster(
        index..<index + 1, kind, glyph: glyph, columns: columns, level: scalars[index].level,
        mayBreakAfter: mayBreakAfter))
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
    while end + 1 < scalars.count, scalars[end + 1].properties.isDigit { end += 1 }
    return end
  }

  private mutating func closeAyah(after index: Int) {
    var opening = clusters.count - 1
    while opening > 0, clusters[opening].glyph != Substitutes.ayahOpening { opening -= 1 }
    clusters.append(
      Cluster(
        index + 1..<index + 1, .decoration, glyph: Substitutes.ayahClosing, columns: 1,
        level: clusters[opening].level, mayBreakAfter: false))
  }

  private func ayahLevel(_ index: Int) -> UInt8 {
    let level = scalars[index].level
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
    guard index > 0, index + 1 < scalars.count else { return false }
    let next = scalars[index + 1].properties
    switch scalars[index].value {
    case 0x2D, 0x2010, 0x2012...0x2014, 0x2F:
      return next.isLetter && scalars[index - 1].properties.isLetter
    default:
      return scalars[index].properties.columns == 2 && next.columns == 2 && next.isLetter
    }
  }
}
