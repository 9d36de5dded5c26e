package locale

import "strconv"

// Number writes a whole number as both languages do, with a comma for every three digits: 41,380.
func Number(n int) string {
	digits := strconv.Itoa(n)
	head := len(digits) % 3
	if n < 0 {
		head = (len(digits)-1)%3 + 1
	}
	out := append(make([]byte, 0, len(digits)*4/3+1), digits[:head]...)
	for i := head; i < len(digits); i += 3 {
		if i > 1 || i == 1 && n >= 0 {
			out = append(out, ',')
		}
		out = append(out, digits[i:i+3]...)
	}
	return string(out)
}
