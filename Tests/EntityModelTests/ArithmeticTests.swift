import Foundation
import TestSupport
import Testing

@testable import EntityModel

@Suite("The arithmetic between the products")
struct ArithmeticTests {
  @Test func `exponentials are right to a millionth`() {
    for step in -860...860 {
      let x = Float(step) / 10
      let value = Double(Arithmetic.exponential(Lane(repeating: x))[3])
      let expected = exp(Double(x))
      #expect(abs(value - expected) <= 1e-6 * expected, "\(x)")
    }
  }

  @Test func `the bend follows the error function`() {
    for step in -800...800 {
      let x = Float(step) / 100
      let expected = 0.5 * Double(x) * (1 + erf(Double(x) / 2.0.squareRoot()))
      #expect(abs(Double(Arithmetic.gelu(Lane(repeating: x))[0]) - expected) < 2e-6, "\(x)")
    }
  }

  @Test func `a normalised row has mean 0 and variance 1`() {
    var random = SeededGenerator(seed: 3)
    var row = (0..<384).map { _ in Float.random(in: -9...30, using: &random) }
    let norm = [Float](repeating: 1, count: 384) + [Float](repeating: 0, count: 384)
    row.withUnsafeMutableBufferPointer { row in
      norm.withUnsafeBufferPointer {
        Arithmetic.normalise(row.baseAddress!, width: 384, $0.baseAddress!)
      }
    }
    let mean = row.reduce(0, +) / 384
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 384
    #expect(abs(mean) < 1e-5)
    #expect(abs(variance - 1) < 1e-4)
  }

  @Test func `bytes stand for a row to half a step`() {
    var random = SeededGenerator(seed: 5)
    let row = (0..<64).map { _ in Float.random(in: -3...3, using: &random) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let step = row.withUnsafeBufferPointer { row in
      bytes.withUnsafeMutableBufferPointer {
        Arithmetic.quantise(row.baseAddress!, width: 64, into: $0.baseAddress!)
      }
    }
    for (value, byte) in zip(row, bytes) {
      #expect(abs(Float(Int(byte) - 128) * step - value) <= step / 2 + 1e-5)
    }
  }

  @Test(arguments: [Float.nan, .infinity, 0])
  func `a row without size becomes zero`(_ value: Float) {
    let row = [Float](repeating: value, count: 16)
    var bytes = [UInt8](repeating: 7, count: 16)
    let step = row.withUnsafeBufferPointer { row in
      bytes.withUnsafeMutableBufferPointer {
        Arithmetic.quantise(row.baseAddress!, width: 16, into: $0.baseAddress!)
      }
    }
    #expect(step == 0)
    #expect(bytes.allSatisfy { $0 == 128 })
  }
}
