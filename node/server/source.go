package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// SourceOf is the address that limits per source count by: an IPv4 address, or the /64 network that an IPv6 host has for itself.
func SourceOf(remote string) string {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return remote
	}
	ip := at.Addr().Unmap().WithZone("")
	if ip.Is6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}

// source is SourceOf for a request: what a trusted proxy says, else the address that it comes from. A proxy is to be trusted only if it appends whom it was asked by to the header, or
// writes it anew: then the last address that is not trusted is the client's, whatever that wrote itself.
func (s *Server) source(r *http.Request) string {
	from, ok := parseHop(r.RemoteAddr)
	if !ok || s.Trusted == nil || !s.Trusted(from) {
		return SourceOf(r.RemoteAddr)
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- { // each proxy adds whom it was asked by; what stands before those that are trusted anyone may have written
		hop, ok := parseHop(hops[i])
		if !ok {
			break
		}
		if !s.Trusted(hop) {
			return SourceOf(netip.AddrPortFrom(hop, 0).String())
		}
	}
	return SourceOf(r.RemoteAddr)
}

// parseHop reads an address, of X-Forwarded-For with or without a port.
func parseHop(text string) (netip.Addr, bool) {
	text = strings.TrimSpace(text)
	if at, err := netip.ParseAddrPort(text); err == nil {
		return at.Addr().Unmap().WithZone(""), true
	}
	ip, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return ip.Unmap().WithZone(""), err == nil
}
