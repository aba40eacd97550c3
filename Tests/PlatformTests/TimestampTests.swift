import Platform
import Testing

@Suite struct TimestampTests {
  @Test func `of two moments the later is later, however near they are`() {
    let moments = (0..<100).map { _ in Timestamp.next() }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [
    "2026-02-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
    "2026-01-00", "2026-01-32", "2026-01-01T24:00:00Z", "2026-01-01T99:99:99Z",
    "2026-01-01T10:60:00Z", "2026-01-01T10:00:61Z", "2026-01-01T10:00:00+24:00",
    "2026-01-01T10:00:00+01:60", "2026-1-1", "2026-01-01T10:00", "x2026-01-01", "٢٠٢٦-٠١-٠١", "",
    "0000-12-31", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
  ])
  func `days, hours and forms that there are not are refused`(_ text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29T00:00:00.000Z"), ("2000-02-29", "2000-02-29T00:00:00.000Z"),
    ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z"),
    ("2026-01-01T01:30:00.5+02:00", "2025-12-31T23:30:00.500Z"),
    ("2026-01-01 01:30:00-02:30", "2026-01-01T04:00:00.000Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("0001-01-01", "0001-01-01T00:00:00.000Z"), ("9999-12-31", "9999-12-31T00:00:00.000Z"),
  ])
  func `what is read is written in UTC`(_ text: String, _ iso: String) {
    #expect(Timestamp(iso: text)?.iso == iso)
  }

  @Test(arguments: [
    Int64.min, .min + 1, -9_223_372_036_854_775_000, -62_135_596_800_001, 253_402_300_800_000,
    .max - 1, .max,
  ])
  func `a number that is no moment is refused, or is the nearest that there is`(_ number: Int64) {
    #expect(Timestamp(exactly: number) == nil)
    let nearest = number < 0 ? "0001-01-01T00:00:00.000Z" : "9999-12-31T23:59:59.999Z"
    #expect(Timestamp(milliseconds: number).iso == nearest)
    #expect(Timestamp(iso: nearest)?.iso == nearest)
  }

  @Test(arguments: [
    ("2026-03-12T00:30:00+03:00", "2026-03-12T00:30"),
    ("2026-03-12T10:00:00+0300", "2026-03-12T10:00"),
    ("2026-03-12T10:00Z", "2026-03-12T10:00"), ("2026-03-12 10:00", "2026-03-12T10:00"),
    ("2026-03-12", "2026-03-12T00:00"), ("2026/03/12", "2026-03-12T00:00"),
    ("12/03/2026", "2026-03-12T00:00"), ("03/25/2026", "2026-03-25T00:00"),
    ("12.3.2026 09:05", "2026-03-12T09:05"), ("12 مارس 2026", "2026-03-12T00:00"),
    ("الخميس، 12 آذار 2026 - 10:15", "2026-03-12T10:15"), ("١٢ مارس ٢٠٢٦", "2026-03-12T00:00"),
    ("١٢ آذار/مارس ٢٠٢٦", "2026-03-12T00:00"), ("5 كانون الثاني 2026", "2026-01-05T00:00"),
    ("5 تشرين الأول 2026", "2026-10-05T00:00"), ("3 جانفي 2026", "2026-01-03T00:00"),
    ("3 غشت 2026، 5:20 مساء", "2026-08-03T17:20"), ("March 12, 2026", "2026-03-12T00:00"),
    ("Thu, 12 Mar 2026 00:30:00 +0300", "2026-03-12T00:30"),
    ("12 March 2026 1:05 PM", "2026-03-12T13:05"),
    ("Sun, 22 Nov 2026 21:29:35 +0100", "2026-11-22T21:29"),
    ("1 Jan 2026 07:05 EST", "2026-01-01T07:05"),
    ("1773300000", "2026-03-12T07:20"), ("1773300000000", "2026-03-12T07:20"),
    ("\u{200F}2026-03-12\u{200F}", "2026-03-12T00:00"),
  ])
  func `the day that a text tells is its day, in the forms that papers write`(
    _ text: String, _ iso: String
  ) {
    #expect(Timestamp(told: text)?.iso.prefix(16) == iso[...])
  }

  @Test(arguments: [
    "", "اليوم", "2026", "12", "2026-02-31", "31/02/2026", "مارس", "12 مارس", "2026-13-41",
    "31 Feb 2026 10:00 GMT", "Sun, 22 Nov 26 21:29 GMT",
  ])
  func `where no day is told, or one that there is not, none is read`(_ text: String) {
    #expect(Timestamp(told: text) == nil)
  }
}
