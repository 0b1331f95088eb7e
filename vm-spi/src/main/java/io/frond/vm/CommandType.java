package io.frond.vm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of a record among the records of a sealed interface, in consensus: it is never changed
 * and never used again. A record that is a codec's only type needs none and has number 1.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandType {
  /** 1 to {@value Codec#MAX_TYPE_NUMBER}, distinct within the sealed interface. */
  int value();
}
