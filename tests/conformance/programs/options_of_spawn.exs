# The options of a spawn: what is none is refused.
for o <- [[priority: :bogus], [priority: 1], [:bogus], [bogus: 1], [fullsweep_after: :a], [fullsweep_after: 10], [min_heap_size: -1], [min_heap_size: 100], [message_queue_data: :on_heap], [message_queue_data: :x], [scheduler: 1], [link: true], [monitor: true], [:link, priority: :normal], [min_bin_vheap_size: 10], [monitor: []], :a, [1], [max_heap_size: 0], [async_dist: true]] do
  for f <- [fn -> Process.spawn(fn -> 1 end, o) end, fn -> :erlang.spawn_opt(fn -> 1 end, o) end, fn -> Process.spawn(Kernel, :self, [], o) end] do
  r = try do
    case f.() do
      {p, _} -> Process.info(p, :priority)
      p -> Process.info(p, :priority)
    end
  rescue e -> Exception.message(e) end
  IO.inspect({o, r})
  end
end
