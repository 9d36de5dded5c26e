// Package storetest is what every store of a study must do, as tests: a store
// that passes [Run] keeps actions in order and gives back, after it was opened
// again, the study that they made.
//
// It has a [Memory] twin, which the suite runs against too, so that a fault of
// the suite and a fault of a store can be told apart.
package storetest
