// SPDX-License-Identifier: MIT
// Delays at random places: real threads alone nearly always run in the same few orders.
#pragma once

namespace kata::native {

/// The calling thread may yield, spin for a moment or sleep for some microseconds, `weight` times
/// as often as elsewhere. Nothing happens in threads that are not of the schedule.
void noise(unsigned weight = 1);

/// Whether a wait of the calling thread is to end for no reason.
bool wakes_spuriously();

/// Draws the features of a schedule.
void draw_features();

/// Puts the calling thread onto the processors that the schedule has for it.
void take_place();

/// Remembers which processors there are. Call once, before any schedule.
void look_for_processors();

}  // namespace kata::native
