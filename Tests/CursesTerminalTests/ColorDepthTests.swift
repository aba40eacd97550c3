import CursesTerminal
import Screen
import Testing

/// How colours are brought down to what a terminal has.
@Suite struct ColorDepthTests {
  @Test(arguments: [
    (0, ColorDepth.none), (-1, .none), (8, .eight), (16, .sixteen), (88, .sixteen),
    (256, .indexed), (0x100_0000, .direct),
  ])
  func `the depth is told by the number of colours`(count: Int, depth: ColorDepth) {
    #expect(ColorDepth(count: count) == depth)
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
  func `the terminal's own colour stays its own`(depth: ColorDepth) {
    #expect(depth.number(of: .terminal) == -1)
    #expect(depth.number(of: .named(3)) == 3)
  }

  @Test(arguments: [
    (UInt32(0x000000), Int32(16)), (0xFFFFFF, 231), (0xFF0000, 196), (0x00FF00, 46),
    (0x0000FF, 21), (0x808080, 244), (0x080808, 232), (0xEEEEEE, 255), (0x5F87AF, 67),
  ])
  func `24 bits become the nearest of 256 colours`(value: UInt32, number: Int32) {
    #expect(ColorDepth.indexed.number(of: .rgb(value)) == number)
  }

  @Test(arguments: [
    (UInt32(0x000000), Int32(0), Int32(0)), (0xFFFFFF, 15, 7), (0xE06C75, 9, 1),
    (0x800000, 1, 1), (0x98C379, 2, 2), (0x61AFEF, 12, 6), (0xFFFF00, 11, 3), (0x7F7F7F, 8, 7),
    (0xC678DD, 13, 5), (0x56B6C2, 6, 6),
  ])
  func `24 bits become a named colour of the same hue`(value: UInt32, of16: Int32, of8: Int32) {
    #expect(ColorDepth.sixteen.number(of: .rgb(value)) == of16)
    #expect(ColorDepth.eight.number(of: .rgb(value)) == of8)
  }

  @Test func `24 bits stay what they are, but never become a named colour`() {
    #expect(ColorDepth.direct.number(of: .rgb(0xE06C75)) == 0xE06C75)
    #expect(ColorDepth.direct.number(of: .rgb(0x006A4E)) == 0x006A4E)
    #expect(ColorDepth.direct.number(of: .rgb(0x0000D7)) == 0x0000D7)
    for value in UInt32(0)..<8 {
      #expect(ColorDepth.direct.number(of: .rgb(value)) >= 8)
    }
    #expect(ColorDepth.direct.number(of: .named(9)) == 0xFF0000)
  }

  @Test func `every colour has a number in range`() {
    for value in stride(from: UInt32(0), through: 0xFF_FFFF, by: 4099) {
      #expect((16..<256).contains(ColorDepth.indexed.number(of: .rgb(value))))
      #expect((0..<16).contains(ColorDepth.sixteen.number(of: .rgb(value))))
      #expect((0..<8).contains(ColorDepth.eight.number(of: .rgb(value))))
    }
  }
}
