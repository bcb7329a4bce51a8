// Package e2e tests whole networks from outside: a chain and storage nodes as processes of their own, killed, stopped, damaged and started again,
// and a client that has to cope. It holds tests only.
package e2e
