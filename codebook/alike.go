package codebook

import "reflect"

// alike compares two rows by value. Unlike reflect.DeepEqual it takes an empty
// slice for none: a row read from a file knows no difference.
func alike[T any](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a == b || alikeValues(reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
}

func alikeValues(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alikeValues(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range a.NumField() {
			if !alikeValues(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	default:
		return a.Equal(b)
	}
}
