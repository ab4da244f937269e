/** Whether the working day (which ends at `16:00`, say) is over, on this computer's clock. */
export function reminderDue(now: Date, dayEnds: string): boolean {
  const [hour = 16, minute = 0] = dayEnds.split(':').map(Number);
  return now.getHours() * 60 + now.getMinutes() >= hour * 60 + minute;
}
