package locale

import "testing"

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 41380: "41,380", 123456: "123,456", 1234567: "1,234,567",
		-5: "-5", -999: "-999", -1000: "-1,000", -123456: "-123,456",
	} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}
