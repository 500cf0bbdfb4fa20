import Terminal
import Testing

@Suite("Progress of long work")
struct ProgressTests {
  @Test func speedAndTimeLeft() {
    var progress = Progress(3850, of: "trang", now: 100)
    #expect(progress.line(done: 0, now: 100) == "0/3.850 trang")
    #expect(progress.line(done: 62, now: 100.2) == "62/3.850 trang")
    #expect(progress.line(done: 310, now: 101) == "310/3.850 trang · 310/giây · còn 12 giây")
    #expect(progress.line(done: 1240, now: 104) == "1.240/3.850 trang · 310/giây · còn 9 giây")
    #expect(progress.line(done: 3850, now: 112.5) == "3.850/3.850 trang · 307/giây")
  }

  @Test func aLineIsToldTenTimesASecondAtMost() {
    var progress = Progress(1000, of: "ảnh", now: 0)
    let lines = (0...1000).compactMap { progress.line(done: $0, now: Double($0) / 1000) }
    #expect(lines.count == 10 || lines.count == 11)
    #expect(lines.first == "0/1.000 ảnh")
  }

  /// The first jobs are slow; what is told later is the speed of now.
  @Test func theSpeedIsThatOfTheLastSeconds() {
    var progress = Progress(10_000, of: "trang", now: 0)
    for second in 1...10 { _ = progress.line(done: second, now: Double(second)) }
    for second in 11...16 { _ = progress.line(done: (second - 10) * 100, now: Double(second)) }
    #expect(progress.line(done: 700, now: 17) == "700/10.000 trang · 100/giây · còn 1 phút 33 giây")
  }

  @Test(arguments: [
    (1, 2.0, "0,5/giây · còn 20 phút"), (20, 2, "10/giây · còn 58 giây"),
    (1, 20, "0,1/giây · còn 3 giờ 20 phút"), (600, 1, "600/giây"),
    (9, 1, "9,0/giây · còn 1 phút 6 giây"), (5, 1, "5,0/giây · còn 1 phút 59 giây"),
    (1, 0.5, "2,0/giây · còn 5 phút"),
  ])
  func words(_ done: Int, _ now: Double, _ text: String) {
    var progress = Progress(600, of: "gói", now: 0)
    #expect(progress.line(done: done, now: now) == "\(done)/600 gói · \(text)")
  }

  @Test func nothingDoneHasNoSpeed() {
    var progress = Progress(5, of: "gói", now: 0)
    #expect(progress.line(done: 0, now: 60) == "0/5 gói")
  }
}
