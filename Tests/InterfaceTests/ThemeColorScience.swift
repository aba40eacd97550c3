import Glibc

/// A colour in linear-light sRGB, each part 0 to 1.
struct LinearColor {
  var red: Double
  var green: Double
  var blue: Double

  /// The colour 0xRRGGBB (IEC 61966-2-1).
  init(_ rgb: UInt32) {
    func linear(_ shift: UInt32) -> Double {
      let value = Double(rgb >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    red = linear(16)
    green = linear(8)
    blue = linear(0)
  }

  /// The relative luminance of WCAG 2.1.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast ratio of WCAG 2.1, 1 to 21.
  func contrast(with other: LinearColor) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The colour as someone with `vision` sees it.
  func seen(with vision: ColorVision) -> LinearColor {
    var result = self
    let rows = vision.matrix.map { row in
      min(1, max(0, row[0] * red + row[1] * green + row[2] * blue))
    }
    (result.red, result.green, result.blue) = (rows[0], rows[1], rows[2])
    return result
  }

  /// The distance in CIE 1976 L*a*b* under D65; 2.3 is just noticeable.
  func distance(to other: LinearColor) -> Double {
    zip(lab, other.lab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var lab: [Double] {
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}

/// Kinds of colour vision; the matrices are those of severity 1.0 in Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298, for linear sRGB.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia

  fileprivate var matrix: [[Double]] {
    switch self {
    case .normal:
      [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }
}
