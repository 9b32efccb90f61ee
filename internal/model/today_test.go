package model_test

import (
	"testing"
	"time"

	"glashelder/internal/model"
	"glashelder/internal/source"
)

// TestToday: the day of a site is that in its own time zone, wherever it is
// built; a day that was given stays that day.
func TestToday(t *testing.T) {
	for _, c := range []struct {
		now  time.Time
		want string
	}{
		{time.Date(2026, 4, 30, 22, 30, 0, 0, time.FixedZone("server", 0)), "2026-05-01"},
		{time.Date(2026, 5, 1, 0, 30, 0, 0, time.FixedZone("east", 9*3600)), "2026-04-30"},
		{time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), "2026-05-01"},
	} {
		s, _ := model.Build(&source.Project{}, model.Options{Now: c.now})
		if got := s.Now.Format(time.DateOnly); got != c.want {
			t.Errorf("%s: %s, want %s", c.now, got, c.want)
		}
	}
}
