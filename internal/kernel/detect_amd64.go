package kernel

import "golang.org/x/sys/cpu"

func detected() (sets []Set) {
	x := &cpu.X86
	if !x.HasAVX2 {
		return nil
	}
	sets = append(sets, AVX2)
	if !x.HasAVX512F || !x.HasAVX512BW || !x.HasAVX512DQ || !x.HasAVX512VL || !x.HasAVX512VBMI2 {
		return sets
	}
	sets = append(sets, AVX512)
	if !x.HasAVX512GFNI || !x.HasAVX512VBMI {
		return sets
	}
	return append(sets, GFNI)
}
