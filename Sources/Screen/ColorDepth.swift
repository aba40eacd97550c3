/// How many colours a terminal shows, and how others are brought down to them.
package enum ColorDepth: Hashable, Sendable {
  /// None: only attributes.
  case none
  /// The 8 named colours; the 8 bright ones are shown as them.
  case eight
  /// The 16 named colours.
  case sixteen
  /// The 256 colours of xterm.
  case indexed
  /// 24 bits, by a terminfo entry with the RGB flag; numbers below 8 are the named colours there.
  case direct

  /// The depth of a terminal that has `count` colours.
  package init(count: Int) {
    self =
      switch count {
      case 0x100_0000...: .direct
      case 256...: .indexed
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
  }

  /// How many colours are shown; 0 for none.
  package var count: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .indexed: 256
    case .direct: 0x100_0000
    }
  }

  /// The number by which ncurses knows the nearest colour to `color`; -1 is the terminal's own.
  package func number(of color: Color) -> Int32 {
    switch (color, self) {
    case (.terminal, _), (_, .none): return -1
    case (.named(let index), .eight): return Int32(index % 8)
    case (.named(let index), .direct) where index >= 8:
      return Int32(Palette.named[Int(index % 16)])
    case (.named(let index), _): return Int32(index % 16)
    case (.rgb(let value), .direct):
      // 0 to 7 would be the named colours; other colours without red stay what they are.
      let color = value & 0xFF_FFFF
      return Int32(color < 8 ? 0x01_0101 : color)
    case (.rgb(let value), .indexed): return Palette.nearestIndexed(value)
    case (.rgb(let value), .sixteen): return Palette.nearestNamed(value, among: 16)
    case (.rgb(let value), .eight): return Palette.nearestNamed(value, among: 8)
    }
  }
}

/// The colours of xterm as its source gives them (256colres.pl, XTerm-col.ad).
enum Palette {
  /// The 16 named colours, by default.
  static let named: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private static let cubeSteps: [Int] = [0, 95, 135, 175, 215, 255]

  /// The nearest of the colour cube (16 to 231) and the grey ramp (232 to 255).
  ///
  /// The 16 named colours are left out: they are what the user made of them. A dark colour with a hue is
  /// never brought to a grey, as the grounds of highlights would else all be one.
  static func nearestIndexed(_ value: UInt32) -> Int32 {
    let channels = split(value)
    let steps = channels.map { channel in
      cubeSteps.indices.min { abs(cubeSteps[$0] - channel) < abs(cubeSteps[$1] - channel) } ?? 0
    }
    let cube = steps.map { cubeSteps[$0] }
    let mean = channels.reduce(0, +) / 3
    let ramp = min(23, max(0, (mean - 8 + 5) / 10))
    let grey = Array(repeating: 8 + 10 * ramp, count: 3)
    let (least, most) = (channels.min() ?? 0, channels.max() ?? 0)
    let keepsHue = most < 128 && most - least >= 32 && Set(steps).count > 1
    if !keepsHue, distance(grey, channels) < distance(cube, channels) { return Int32(232 + ramp) }
    return Int32(16 + 36 * steps[0] + 6 * steps[1] + steps[2])
  }

  /// The nearest of the first `count` (8 or 16) named colours: a grey by lightness, any other by hue,
  /// as the distance of colours would make most of those that themes use a grey.
  static func nearestNamed(_ value: UInt32, among count: Int) -> Int32 {
    let channels = split(value)
    let (least, most) = (channels.min() ?? 0, channels.max() ?? 0)
    guard most - least > 48 else {
      let nearest = [0, 8, 7, 15].filter { $0 < count }.min {
        distance(split(named[$0]), channels) < distance(split(named[$1]), channels)
      }
      return Int32(nearest ?? 0)
    }
    let number = hueNumber(of: channels)
    // Of eight colours the blue is the darkest: a light blue for dark backgrounds would vanish there.
    if count == 8, number == 4, most > 0xC0 { return 6 }
    return Int32((count > 8 && most > 0xD0 ? 8 : 0) + number)
  }

  /// Where the hue of each named colour ends, in degrees: by what one calls them rather than by equal
  /// parts, as azure is called blue and orange is not called red.
  private static let hues: [(end: Double, number: Int)] = [
    (20, 1), (70, 3), (160, 2), (197, 6), (265, 4), (330, 5), (360, 1),
  ]

  /// The number, 1 to 6, of the named colour with the hue of `channels`, which are not all the same.
  private static func hueNumber(of channels: [Int]) -> Int {
    let (red, green, blue) = (channels[0], channels[1], channels[2])
    let most = max(red, green, blue)
    let range = Double(most - min(red, green, blue))
    let sextant =
      if most == red {
        Double(green - blue) / range
      } else if most == green {
        2 + Double(blue - red) / range
      } else {
        4 + Double(red - green) / range
      }
    let hue = 60 * (sextant < 0 ? sextant + 6 : sextant)
    return hues.first { hue < $0.end }?.number ?? 1
  }

  private static func split(_ value: UInt32) -> [Int] {
    [Int(value >> 16 & 0xFF), Int(value >> 8 & 0xFF), Int(value & 0xFF)]
  }

  /// The squared distance, weighted as the eye weighs red, green and blue.
  private static func distance(_ one: [Int], _ other: [Int]) -> Int {
    let weights = [3, 6, 1]
    return zip(weights, zip(one, other)).reduce(0) { sum, term in
      let difference = term.1.0 - term.1.1
      return sum + term.0 * difference * difference
    }
  }
}
